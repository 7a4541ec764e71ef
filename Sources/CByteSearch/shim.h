// The instructions that processors have for looking sixteen bytes up at once, which Swift has no
// words for: every text is looked over several times for what has to be escaped in it, and mostly
// there is nothing. Not a library but this header alone.
#include <stddef.h>
#include <stdint.h>

// A set of bytes, as the instructions want it: for a byte below 128 the bit of its upper four bits
// in the row of its lower four, for the others the same in sixteen rows behind those.
static inline int labfolio_holds_byte(const uint8_t *set, uint8_t byte) {
    return set[(byte & 15) | (byte >> 7) << 4] >> (byte >> 4 & 7) & 1;
}

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

// Tells whether this processor has them (Intel's manual, CPUID leaf 1: SSSE3).
static inline int labfolio_has_byte_search(void) {
    unsigned int a, b, c, d;
    return __get_cpuid(1, &a, &b, &c, &d) && (c & (1u << 9)) != 0;
}

// Returns where the first byte of a set is, from `start` on, as far as there are sixteen bytes;
// else where the rest begins that was not looked at.
__attribute__((target("ssse3")))
static inline size_t labfolio_find_byte(const uint8_t *bytes, size_t start, size_t count,
                                        const uint8_t *set, int *found) {
    const __m128i low = _mm_loadu_si128((const __m128i *)set);
    const __m128i high = _mm_loadu_si128((const __m128i *)(set + 16));
    const __m128i bits = _mm_set1_epi64x((long long)0x8040201008040201ULL);
    const __m128i top = _mm_set1_epi8((char)0x80), nibble = _mm_set1_epi8(0x0F);
    for (; start + 16 <= count; start += 16) {
        __m128i text = _mm_loadu_si128((const __m128i *)(bytes + start));
        // A place with its highest bit set is looked up as zero.
        __m128i row = _mm_or_si128(
            _mm_shuffle_epi8(low, text), _mm_shuffle_epi8(high, _mm_xor_si128(text, top)));
        __m128i bit = _mm_shuffle_epi8(bits, _mm_and_si128(_mm_srli_epi16(text, 4), nibble));
        __m128i missing = _mm_cmpeq_epi8(_mm_and_si128(row, bit), _mm_setzero_si128());
        unsigned int hits = (unsigned int)_mm_movemask_epi8(missing) ^ 0xFFFF;
        if (hits) {
            *found = 1;
            return start + (size_t)__builtin_ctz(hits);
        }
    }
    return start;
}
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>

static inline int labfolio_has_byte_search(void) { return 1; }

static inline size_t labfolio_find_byte(const uint8_t *bytes, size_t start, size_t count,
                                        const uint8_t *set, int *found) {
    const uint8x16_t low = vld1q_u8(set), high = vld1q_u8(set + 16);
    const uint8x16_t bits = vreinterpretq_u8_u64(vdupq_n_u64(0x8040201008040201ULL));
    for (; start + 16 <= count; start += 16) {
        uint8x16_t text = vld1q_u8(bytes + start);
        // A place beyond the table is looked up as zero.
        uint8x16_t place = vandq_u8(text, vdupq_n_u8(0x8F));
        uint8x16_t row = vorrq_u8(
            vqtbl1q_u8(low, place), vqtbl1q_u8(high, veorq_u8(place, vdupq_n_u8(0x80))));
        uint8x16_t bit = vqtbl1q_u8(bits, vshrq_n_u8(text, 4));
        if (vmaxvq_u8(vandq_u8(row, bit)) == 0) continue;
        *found = 1;
        while (!labfolio_holds_byte(set, bytes[start])) start++;
        return start;
    }
    return start;
}
#else
static inline int labfolio_has_byte_search(void) { return 0; }
static inline size_t labfolio_find_byte(const uint8_t *bytes, size_t start, size_t count,
                                        const uint8_t *set, int *found) {
    return start;
}
#endif
