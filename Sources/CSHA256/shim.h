// The instructions that processors have for SHA-256, which Swift has no words for: every published
// file is hashed, and they take an eighth of the time. Not a library but this header alone.
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

// Tells whether this processor has them (Intel's manual, CPUID leaf 7: SHA; leaf 1: SSE 4.1).
static inline int labfolio_has_sha256(void) {
    unsigned int a, b, c, d;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & (1u << 29))) return 0;
    return __get_cpuid(1, &a, &b, &c, &d) && (c & (1u << 19)) != 0;
}

// Takes blocks of 64 bytes into the eight words of the state; `constants` are the standard's 64.
__attribute__((target("sha,sse4.1")))
static inline void labfolio_sha256(uint32_t *state, const uint8_t *bytes, size_t blocks,
                                   const uint32_t *constants) {
    const __m128i swapped = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    // The instructions want the words as A B E F and C D G H.
    __m128i first = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
    __m128i last = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
    __m128i abef = _mm_alignr_epi8(first, last, 8);
    __m128i cdgh = _mm_blend_epi16(last, first, 0xF0);
    for (; blocks > 0; blocks--, bytes += 64) {
        __m128i abef_before = abef, cdgh_before = cdgh, words[4];
        for (int i = 0; i < 4; i++)
            words[i] = _mm_shuffle_epi8(
                _mm_loadu_si128((const __m128i *)(bytes + 16 * i)), swapped);
        for (int i = 0; i < 16; i++) {  // four rounds each time
            __m128i now = words[i & 3], next = words[(i + 1) & 3], previous = words[(i + 3) & 3];
            __m128i sum = _mm_add_epi32(
                now, _mm_loadu_si128((const __m128i *)(constants + 4 * i)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
            now = _mm_add_epi32(
                _mm_sha256msg1_epu32(now, next), _mm_alignr_epi8(previous, words[(i + 2) & 3], 4));
            words[i & 3] = _mm_sha256msg2_epu32(now, previous);
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    first = _mm_shuffle_epi32(abef, 0x1B);
    last = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(first, last, 0xF0));
    _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(last, first, 8));
}
#else
static inline int labfolio_has_sha256(void) { return 0; }
static inline void labfolio_sha256(uint32_t *state, const uint8_t *bytes, size_t blocks,
                                   const uint32_t *constants) {}
#endif
