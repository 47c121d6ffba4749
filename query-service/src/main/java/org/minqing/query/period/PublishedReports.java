package org.minqing.query.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.period.SealedAt;
import org.minqing.query.platform.answer.Publications;
import org.minqing.query.platform.question.Question;
import org.springframework.stereotype.Component;

/** What the report says of its own approval and sealing. */
@Component
class PublishedReports implements Publications {
    private final PeriodRegister periods;
    private final SealedFigures sealed;

    PublishedReports(PeriodRegister periods, SealedFigures sealed) {
        this.periods = periods;
        this.sealed = sealed;
    }

    @Override
    public Optional<Publication> of(Question question, UUID reportingPeriodId) {
        return periods.state(reportingPeriodId, question.knownAt()).map(state -> publication(question, state));
    }

    private Publication publication(Question question, PeriodState state) {
        return new Publication(
                state.of().reportingPeriodId(),
                state.status().name(),
                state.recipient(),
                state.copiedTo(),
                state.documentNo(),
                state.approvedOn(),
                seal(question, state));
    }

    private @Nullable Seal seal(Question question, PeriodState state) {
        SealedAt seal = state.seal();
        LocalDate day = state.sealedOn();
        if (seal == null || day == null) {
            return null;
        }
        return new Seal(
                day,
                seal.position(),
                seal.rules(),
                seal.assessmentSha256(),
                waived(seal),
                state.amendments().stream()
                        .map(a -> new Amended(a.amendedOn(), a.note()))
                        .toList(),
                changes(question, state));
    }

    private static List<Waived> waived(SealedAt seal) {
        return seal.waivers().stream()
                .map(waiver -> new Waived(waiver.rule(), waiver.findings(), waiver.reason()))
                .toList();
    }

    private List<Change> changes(Question question, PeriodState state) {
        return sealed.of(question, state).adjustments().stream()
                .map(a -> new Change(a.id(), a.title(), display(a.sealed()), display(a.now()), a.evidence()))
                .toList();
    }

    private static String display(Map<String, Object> figure) {
        return String.valueOf(figure.get("display"));
    }
}
