package org.minqing.query.fund;

import java.math.BigDecimal;

/**
 * What the entries of a fund come to, in yuan.
 *
 * @param received money that came in; gifts in kind are not in it
 * @param inKind worth of gifts in kind
 * @param allocated set aside out of what was received
 * @param paid paid out of what was set aside, less what came back
 * @param balance received less paid
 * @param free received less allocated
 * @param approved what somebody else than who set it aside agreed to pay
 */
record Figures(
        BigDecimal received,
        BigDecimal inKind,
        BigDecimal allocated,
        BigDecimal paid,
        BigDecimal balance,
        BigDecimal free,
        BigDecimal approved) {
    private static final BigDecimal ZERO = new BigDecimal("0.00");
    static final Figures NOTHING = new Figures(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);

    Figures plus(EntryState entry) {
        BigDecimal yuan = entry.money().yuan();
        return switch (entry.kind().side) {
            case RECEIVED -> of(received.add(yuan), inKind, allocated, paid, approved);
            case IN_KIND -> of(received, inKind.add(yuan), allocated, paid, approved);
            case ALLOCATED -> of(received, inKind, allocated.add(yuan), paid, approved);
            case APPROVED -> of(received, inKind, allocated, paid, approved.add(yuan));
            case PAID -> of(received, inKind, allocated, paid.add(yuan), approved);
            case RETURNED -> of(received, inKind, allocated, paid.subtract(yuan), approved);
        };
    }

    private static Figures of(
            BigDecimal received, BigDecimal inKind, BigDecimal allocated, BigDecimal paid, BigDecimal approved) {
        return new Figures(
                received, inKind, allocated, paid, received.subtract(paid), received.subtract(allocated), approved);
    }
}
