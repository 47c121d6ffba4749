package org.minqing.command.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.ProgrammeRef;
import org.minqing.events.Money;

/** That two persons agree to what is paid: one sets the money aside, another approves, where the programme wants it so. */
final class Approvals {
    private final Balance balance;
    private final Map<UUID, String> enteredBy = new HashMap<>();

    Approvals(Balance balance) {
        this.balance = balance;
    }

    void entered(UUID allocationId, @Nullable String actor) {
        if (actor != null) {
            enteredBy.put(allocationId, actor);
        }
    }

    /** Who entered the allocation, subject of the token; 409 {@code same-person} where the same would approve it. */
    String other(UUID allocationId, String approvedBy) {
        String entered = Objects.requireNonNull(enteredBy.get(allocationId), "whatever stands in the log has an actor");
        if (approvedBy.equals(entered)) {
            throw Refusal.conflict("same-person", allocationId);
        }
        return entered;
    }

    /** 409 {@code payment-not-approved} where two persons are needed on the day and one alone has agreed. */
    void refuseToPay(Situation situation, UUID programmeId, @Nullable UUID allocationId, Money money, LocalDate day) {
        if (!situation.references().require(ProgrammeRef.KIND, programmeId).twoPersonRuleOn(day)) {
            return;
        }
        BigDecimal left = allocationId == null
                ? BigDecimal.ZERO
                : balance.approvedLeft(allocationId).max(BigDecimal.ZERO);
        if (left.compareTo(money.yuan()) < 0) {
            throw Refusal.conflict("payment-not-approved", Money.yuan(left).amount(), money.amount());
        }
    }
}
