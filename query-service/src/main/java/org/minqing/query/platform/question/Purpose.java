package org.minqing.query.platform.question;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see personal data in full for: a code in the header {@code Minqing-Reveal}, and words of one's own in
 * {@code Minqing-Reveal-Reason}, 2 to 200 characters, UTF-8 percent-encoded. Never in an address, which is kept in logs and histories.
 *
 * @param reason sealed before it is written down; required for {@link Code#OTHER}
 */
public record Purpose(Code code, @Nullable String reason) {
    public static final String HEADER = "Minqing-Reveal";
    public static final String REASON_HEADER = "Minqing-Reveal-Reason";
    static final String CODES = Arrays.stream(Code.values()).map(Code::word).collect(Collectors.joining(", "));

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    /** As they are written: {@code identity}. */
    public enum Code {
        /** 核对身份 */
        IDENTITY,
        /** 走访联系 */
        VISIT,
        /** 办理诉求 */
        CONCERN,
        /** 调解纠纷 */
        MEDIATION,
        /** 发放款物 */
        PAYMENT,
        /** 更正记录 */
        CORRECTION,
        /** 检查核实 */
        INSPECTION,
        /** 其他 */
        OTHER;

        /** As it is written in the header and in the trail. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing where nothing is to be shown in full; 422 {@code no-purpose} where it is not said what for. */
    static @Nullable Purpose of(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        if (given == null) {
            return null;
        }
        Code code = Arrays.stream(Code.values())
                .filter(each -> each.word().equalsIgnoreCase(given.strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(HEADER, "no-purpose", CODES));
        String reason = reason(request.getHeader(REASON_HEADER));
        if (code == Code.OTHER && reason == null) {
            throw Refusal.invalid(REASON_HEADER, "no-purpose", CODES);
        }
        return new Purpose(code, reason);
    }

    private static @Nullable String reason(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        try {
            String reason = URLDecoder.decode(header.strip().replace("+", "%2B"), StandardCharsets.UTF_8);
            int length = reason.codePointCount(0, reason.length());
            if (length >= SHORTEST
                    && length <= LONGEST
                    && reason.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0xFFFD)) {
                return reason;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Refusal.invalid(REASON_HEADER, "no-purpose", CODES);
    }
}
