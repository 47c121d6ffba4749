package org.minqing.standalone.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
    /** RFC 6238, appendix B, of eight digits the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makes_the_codes_of_the_standard(long seconds, String code) {
        byte[] key = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(OneTimeCodes.code(key, seconds / 30)).isEqualTo(code);
    }

    /** RFC 4648, chapter 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void shows_a_key_in_base_32(String bytes, String shown) {
        assertThat(OneTimeCodes.base32(bytes.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(shown);
    }

    /** OWASP ASVS 6.5.2: what has less than 112 bits must be hashed as passwords are. */
    @Test
    void recovery_codes_are_long_enough_to_be_kept_as_a_plain_hash() {
        assertThat(Secrets.recoveryCodes(10)).doesNotHaveDuplicates().allSatisfy(code -> {
            int letters = code.replace("-", "").length();
            assertThat(letters * Math.log(31) / Math.log(2)).isGreaterThan(112);
        });
    }

    @Test
    void shows_keys_of_160_bits_as_32_letters() {
        assertThat(OneTimeCodes.base32(Secrets.bytes(20))).matches("[A-Z2-7]{32}");
    }
}
