package org.minqing.query.document;

import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentAccepted;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.DocumentSentBack;
import org.minqing.events.document.DocumentEvent.Place;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;

/** Documents owed by the cadres and the team of one office, in a county of its own. */
final class Papers {
    static final String OWED = "2012-01-10";
    static final String DUE = "2012-01-31";

    private static final Period YEAR = new Period("2012", LocalDate.parse("2011-12-26"), LocalDate.parse("2012-12-31"));

    final String county;
    final UUID programme;
    final UUID organisation;
    final UUID cadre;

    Papers(String county) {
        this.county = county;
        this.programme = id("programme " + county);
        this.organisation = id("office " + county);
        this.cadre = id("cadre " + county);
    }

    UUID document(String name) {
        return id(county + name);
    }

    Duty duty(DocumentKind kind, OwedBy group) {
        UUID owner = group == OwedBy.LEADERSHIP_TEAM ? null : cadre;
        return new Duty(kind, group, owner, null, "T4", YEAR, LocalDate.parse(DUE));
    }

    Duty due(String day) {
        return new Duty(DocumentKind.REFLECTION, OwedBy.LINKED_CADRE, cadre, null, "T4", YEAR, LocalDate.parse(day));
    }

    Duty reflection() {
        return duty(DocumentKind.REFLECTION, OwedBy.LINKED_CADRE);
    }

    Place of(String name) {
        return new Place(document(name), programme, organisation, county);
    }

    DocumentRequired required(String name, Duty duty) {
        return new DocumentRequired(of(name), duty, LocalDate.parse(OWED));
    }

    DocumentHandedIn handedIn(String name, Duty duty, String title, @Nullable UUID paper, String day) {
        return new DocumentHandedIn(of(name), duty, title, paper, LocalDate.parse(day));
    }

    DocumentSentBack sentBack(String name, Duty duty, Sealed reason, String day) {
        return new DocumentSentBack(of(name), duty, reason, null, LocalDate.parse(day));
    }

    DocumentAccepted accepted(String name, String day) {
        return new DocumentAccepted(of(name), LocalDate.parse(day));
    }

    Corrected<DocumentEvent> corrected(UUID target, DocumentEvent before, DocumentEvent after, Sealed reason) {
        return new Corrected<>(target, before, after, reason, null);
    }

    Voided<DomainEvent> voided(UUID target, DomainEvent before, Sealed reason) {
        return new Voided<>(target, before, reason, null);
    }
}
