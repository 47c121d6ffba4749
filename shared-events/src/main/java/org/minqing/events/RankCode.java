package org.minqing.events;

/** Ranks of civil servants 职务级别, GB/T 12407. Bands of a programme are sets of these codes. */
public final class RankCode {
    public static final CodeList CODES = CodeList.of("GB/T 12407", """
            101|国家级正职|National level, chief
            102|国家级副职|National level, deputy
            111|省部级正职|Provincial and ministerial level, chief
            112|省部级副职|Provincial and ministerial level, deputy
            121|厅局级正职|Bureau level, chief
            122|厅局级副职|Bureau level, deputy
            131|县处级正职|Division level, chief
            132|县处级副职|Division level, deputy
            141|乡科级正职|Section level, chief
            142|乡科级副职|Section level, deputy
            150|科员级|Section member
            160|办事员级|Clerk
            199|未定级公务员|No rank
            """);

    private RankCode() {}

    public static boolean valid(String code) {
        return CODES.contains(code);
    }
}
