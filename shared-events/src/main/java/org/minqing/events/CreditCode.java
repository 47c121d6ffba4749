package org.minqing.events;

/** Credit codes of organisations 统一社会信用代码, GB 32100: 17 characters and a check character. */
public final class CreditCode {
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode() {}

    /** Whether it has the form and the right check character. */
    public static boolean valid(String code) {
        if (!code.matches("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += weight * CHARACTERS.indexOf(code.charAt(i));
            weight = weight * 3 % 31;
        }
        return code.charAt(17) == CHARACTERS.charAt((31 - sum % 31) % 31);
    }
}
