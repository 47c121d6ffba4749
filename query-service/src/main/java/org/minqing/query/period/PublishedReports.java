package org.minqing.query.period;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minqing.events.period.SealedAt;
import org.minqing.query.platform.answer.Publications;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.view.Period;
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
    public Optional<Publication> of(Question question, Period period, UUID organisation) {
        return periods.state(period, question.knownAt(), organisation, question.programme())
                .map(state -> publication(question, state));
    }

    private Publication publication(Question question, PeriodState state) {
        SealedAt seal = state.seal();
        if (seal == null) {
            return new Publication(state.documentNo(), state.approvedOn(), null, null, List.of(), List.of());
        }
        List<Change> changes = sealed.of(question, state).adjustments().stream()
                .map(a -> new Change(a.id(), a.title(), display(a.sealed()), display(a.now())))
                .toList();
        List<Waived> waived = seal.waivers().stream()
                .map(waiver -> new Waived(waiver.rule(), waiver.findings(), waiver.reason()))
                .toList();
        return new Publication(
                state.documentNo(), state.approvedOn(), state.sealedOn(), seal.position(), waived, changes);
    }

    private static String display(Map<String, Object> figure) {
        return String.valueOf(figure.get("display"));
    }
}
