internal import Formats
internal import RecordModel

/// What a piece of work asked of a store's files, and a hash of all that it was answered.
///
/// Work that depends on nothing but these answers gives the same result wherever the same
/// questions have the same answers: that is how a cache knows that nothing changed, without
/// knowing what the work looks at.
public struct SourceTrace: Hashable, Sendable {
    /// The questions in their order, one a line: `entries FOLDER`, or `bytes LIMIT PATH`.
    public let questions: String
    /// The hash of the answers.
    public let answers: String

    /// Takes a trace that was kept.
    public init(questions: String, answers: String) {
        self.questions = questions
        self.answers = answers
    }
}

extension ProfileReader {
    /// Does a piece of work with a reader of the same files.
    ///
    /// - Returns: The result, and the trace of it; nil where a question could not be answered, so
    ///   that asking again may end otherwise.
    public func traced<Result>(
        _ work: (ProfileReader) throws(StoreError) -> Result
    ) throws(StoreError) -> (result: Result, trace: SourceTrace?) {
        let recorder = TraceRecorder()
        let result = try work(
            ProfileReader(
                source: source.recorded(by: recorder), schemas: schemas, snapshot: snapshot))
        return (result, recorder.trace)
    }

    /// Tells whether the questions of a trace have the same answers now.
    public func stillAnswers(_ trace: SourceTrace) -> Bool {
        let recorder = TraceRecorder()
        let source = source.recorded(by: recorder)
        for question in trace.questions.split(separator: "\n") {
            let words = question.split(
                separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard words.count == 2 else { return false }
            // What cannot be answered now is not the same answer; the work itself says why.
            if words[0] == "entries" {
                _ = try? source.entries(String(words[1]))
            } else if let space = words[1].firstIndex(of: " "), let limit = Int(words[1][..<space])
            {
                let path = words[1][words[1].index(after: space)...]
                _ = try? source.bytes(String(path), limit)
            } else {
                return false
            }
        }
        return recorder.trace == trace
    }
}

/// Writes down questions and answers; serves one task.
private final class TraceRecorder {
    private var questions = ""
    private var asked: Set<String> = []
    private var answers = ContentHash()
    private var isRepeatable = true

    /// The trace so far.
    var trace: SourceTrace? {
        isRepeatable ? SourceTrace(questions: questions, answers: answers.description) : nil
    }

    func note(_ question: String, _ answer: () -> [UInt8]?) {
        // A line end in a path would be a question of its own.
        if question.utf8.contains(UInt8(ascii: "\n")) { isRepeatable = false }
        guard asked.insert(question).inserted else { return }
        questions += question + "\n"
        answers.combine(question)
        if let answer = answer() { answers.combine(answer) } else { answers.combine("nothing") }
    }

    func noteFailure() { isRepeatable = false }
}

extension FileSource {
    /// The same files; what they are asked is written down.
    fileprivate func recorded(by recorder: TraceRecorder) -> FileSource {
        let (entries, bytes) = (entries, bytes)
        return FileSource(
            entries: { folder throws(StoreError) in
                do throws(StoreError) {
                    let found = try entries(folder)
                    recorder.note("entries \(folder)") {
                        found.map { entries in
                            Array(entries.map { "\($0.kind) \($0.name)\u{0}" }.joined().utf8)
                        }
                    }
                    return found
                } catch {
                    recorder.noteFailure()
                    throw error
                }
            },
            bytes: { path, limit throws(StoreError) in
                do throws(StoreError) {
                    let found = try bytes(path, limit)
                    recorder.note("bytes \(limit) \(path)") { found }
                    return found
                } catch {
                    recorder.noteFailure()
                    throw error
                }
            },
            // No work on profiles asks for it; whoever did could not be traced.
            treeID: { _ throws(StoreError) in
                recorder.noteFailure()
                return nil
            })
    }
}
