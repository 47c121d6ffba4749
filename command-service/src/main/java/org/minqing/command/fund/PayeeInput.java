package org.minqing.command.fund;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Sealed;
import org.minqing.events.fund.Payee;

/** Who is paid. */
record PayeeInput(
        @Nullable UUID personId,
        @NotNull @Text(max = 100, under = "personId") Sealed name) {

    Payee payee() {
        return new Payee(Objects.requireNonNull(personId, "the platform makes a personId before it dispatches"), name);
    }
}
