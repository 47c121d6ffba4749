package org.minqing.command.fund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.PublicWords;
import org.minqing.command.platform.Text;
import org.minqing.events.Money;

/**
 * An authority granted money to the fund, which is no donation.
 *
 * @param source who granted it, in few words, without the name of a person
 * @param documentNo of the document that grants it
 */
record RecordGrant(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,

        @NotBlank @Text(max = 100) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String source,

        @Nullable @Text(max = 40) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String documentNo,

        @NotNull Money money,
        @Nullable LocalDate occurredOn) {}
