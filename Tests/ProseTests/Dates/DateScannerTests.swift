import Testing

@testable import Prose

/// Dates and spans in the notations and languages of pages.
@Suite struct DateScannerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        /// The span as `start/end`, `now` for an end that has not come; empty for no date.
        let span: String
        var testDescription: String { text }

        init(_ text: String, _ span: String) {
            self.text = text
            self.span = span
        }
    }

    private func span(_ text: String) -> String {
        let scanner = DateScanner(text)
        guard let read = scanner.readings(in: 0..<scanner.scalars.count).first else { return "" }
        let start = read.span.start?.description ?? ""
        switch read.span.end {
        case .none: return start
        case .present: return start + "/now"
        case .date(let date): return "\(start)/\(date)"
        }
    }

    @Test(arguments: [
        Case("2024.09", "2024-09"), Case("2024.9", "2024-09"), Case("[2023.01]", "2023-01"),
        Case("2023.12.10", "2023-12-10"), Case("2021-07-03", "2021-07-03"),
        Case("2022/11", "2022-11"),
        Case("10/2025", "2025-10"), Case("12/3/2023", "2023-12-03"),
        Case("24/3/2023", "2023-03-24"),
        Case("18.06.2024", "2024-06-18"), Case("18th June. 2024", "2024-06-18"),
        Case("on February 18th, 2021.", "2021-02-18"), Case("as of September'20", "2020-09"),
        Case("Jan 2024", "2024-01"), Case("Sept. 2019", "2019-09"), Case("June, 2022", "2022-06"),
        Case("5. März 2023", "2023-03-05"), Case("3 de mayo de 2021", "2021-05-03"),
        Case("1er août 2020", "2020-08-01"), Case("abril de 2019", "2019-04"),
        Case("2022년 9월", "2022-09"), Case("2025年9月3日", "2025-09-03"), Case("2018年", "2018"),
        Case("Fall 2024", "2024"), Case("2023 Spring Semester", "2023"),
        Case("WS 2022/23", "2022/2023"),
        Case("2022/23 Fall", "2022/2023"), Case("2023年春季", "2023"),
        Case("2020.09 - 2024.06", "2020-09/2024-06"), Case("2020.09-2024.06", "2020-09/2024-06"),
        Case("2020.09 ~ now", "2020-09/now"), Case("2024.09 – Present", "2024-09/now"),
        Case("2018.11 - 至今", "2018-11/now"), Case("2022년 9월 - 현재", "2022-09/now"),
        Case("2021.08 - 2024.02 (now)", "2021-08/now"), Case("2019–2022", "2019/2022"),
        Case("2019-2022", "2019/2022"), Case("2019-22", "2019/2022"),
        Case("2021--2023", "2021/2023"),
        Case("09/2023-present", "2023-09/now"), Case("02/2023-05/2023", "2023-02/2023-05"),
        Case("Jul 2024 - Sep 2024", "2024-07/2024-09"), Case("May–Aug 2021", "2021-05/2021-08"),
        Case("since 2020", "2020/now"), Case("seit März 2021", "2021-03/now"),
        Case("depuis 2019", "2019/now"), Case("desde enero de 2020", "2020-01/now"),
        Case("from 2015 to 2018", "2015/2018"), Case("von 2015 bis 2018", "2015/2018"),
        Case("2020 –)", "2020/now"), Case("Jan 5-8, 2024", "2024-01-05/2024-01-08"),
        Case("5–8 June 2024", "2024-06-05/2024-06-08"),
        Case("May I ask", ""), Case("about 20240 things", ""), Case("DMS-2324489", ""),
        Case("version 3.14", ""), Case("10.1145/3627673.3679697", ""), Case("2019年度賞", ""),
        Case("", ""),
    ])
    func `a date is read in its notation`(_ example: Case) {
        #expect(span(example.text) == example.span)
    }

    @Test func `what style writes is read as the same date`() throws {
        for style in DateStyle.allCases {
            for text in ["2024", "2024-05", "2024-05-07"] {
                let date = try #require(PartialDate(text))
                let written = style.text(date)
                let scanner = DateScanner(written)
                let read = try #require(scanner.span(at: 0), "\(written)")
                #expect(read.range == 0..<written.unicodeScalars.count)
                #expect(style == .year || read.span.start == date, "\(written)")
                #expect(date.month == nil || read.style == style || style == .year, "\(written)")
            }
        }
    }

    @Test func `many digits and dashes are read in one go`() {
        for piece in ["2024-", "1.", "May ", "2", "至今年", "since 20"] {
            let text = String(repeating: piece, count: 20_000 / piece.utf8.count)
            let scanner = DateScanner(text)
            _ = scanner.readings(in: 0..<scanner.scalars.count)
        }
    }
}
