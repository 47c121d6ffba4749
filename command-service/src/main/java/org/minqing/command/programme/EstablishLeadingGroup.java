package org.minqing.command.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Text;

/**
 * Sets up a leading group 领导小组; its id is that of the event.
 *
 * @param kind tells the groups of one programme apart
 * @param head cadreId of the head 组长
 * @param members all but the head
 * @param office name of the group's office 办公室
 */
record EstablishLeadingGroup(
        @NotNull UUID programmeId,
        @Nullable @Text(max = 50) String kind,
        @NotNull @Ref(value = "Cadre", scoped = false) UUID head,
        @NotNull @Size(max = 200) List<@NotNull @Valid Member> members,
        @Nullable @Text(max = 100) String office,
        @Nullable @Text(max = 100) String documentNo,
        @Nullable LocalDate occurredOn) {

    /**
     * A member.
     *
     * @param duty in the words of the document
     */
    record Member(
            @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,
            @NotBlank @Text(max = 100) String duty) {}

    /** Head and members, each once. */
    List<UUID> cadres() {
        Set<UUID> cadres = new LinkedHashSet<>(Set.of(head));
        for (int i = 0; i < members.size(); i++) {
            if (!cadres.add(members.get(i).cadreId())) {
                throw Refusal.invalid("/members/" + i + "/cadreId", "repeated");
            }
        }
        return List.copyOf(cadres);
    }
}
