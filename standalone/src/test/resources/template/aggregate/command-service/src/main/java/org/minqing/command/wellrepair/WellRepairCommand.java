package org.minqing.command.wellrepair;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.wellrepair.WellRepairEvent;

/** What may be done about a broken well. */
sealed interface WellRepairCommand {
    /**
     * A well is broken.
     *
     * @param organisationId who is to have it repaired
     */
    @MadeEvents(value = WellRepairEvent.WellReported.class, begins = true)
    record ReportWell(
            @Nullable UUID wellRepairId,
            @NotNull @Ref("Programme") UUID programmeId,
            @NotNull @Ref("Organisation") UUID organisationId,
            @NotBlank @Text(max = 50) String spot)
            implements WellRepairCommand {}

    /** Somebody is to repair it. */
    @MadeEvents(WellRepairEvent.RepairOrdered.class)
    record OrderRepair(@NotNull UUID wellRepairId) implements WellRepairCommand {}

    /** It is repaired. */
    @MadeEvents(WellRepairEvent.RepairDone.class)
    record ReportRepair(@NotNull UUID wellRepairId) implements WellRepairCommand {}

    /** Its water is good again. */
    @MadeEvents(WellRepairEvent.RepairChecked.class)
    record CheckRepair(@NotNull UUID wellRepairId) implements WellRepairCommand {}
}
