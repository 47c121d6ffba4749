package org.minqing.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Money;
import org.minqing.events.Person;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Voided;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernProgressed;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.ResolutionConfirmed;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.dispute.DisputeEvent.Case;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeEvent.PerformanceRecorded;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.events.dispute.Performance;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentAccepted;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.events.fund.Payee;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.inspection.InspectionEvent.InspectionClosed;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;
import org.minqing.events.inspection.InspectionEvent.Scope;
import org.minqing.events.linkpoint.LinkPointEvent.Card;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.FormerLink;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.PeriodSealed;
import org.minqing.events.period.ReportingPeriodEvent.Report;
import org.minqing.events.period.ReportingPeriodEvent.ReportApproved;
import org.minqing.events.period.ReportingPeriodEvent.ReportSubmitted;
import org.minqing.events.period.ReportingPeriodEvent.SectionWritten;
import org.minqing.events.period.ReportingPeriodEvent.Span;
import org.minqing.events.period.SealedAt;
import org.minqing.events.posting.AssessmentGrade;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.ContractAwarded;
import org.minqing.events.project.ProjectEvent.Investment;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProgressReported;
import org.minqing.events.project.ProjectEvent.ProjectAccepted;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectEvent.VillagersResolutionRecorded;
import org.minqing.events.project.ProjectEvent.WorkCompleted;
import org.minqing.events.project.ProjectEvent.WorkStarted;
import org.minqing.events.project.ProjectItem;
import org.minqing.events.project.ProjectKind;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.Matter;
import org.minqing.events.rectification.RectificationEvent.DoneReported;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.Owner;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationSource;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;

/** What is done in a {@link GeneratedPrefecture} from its launch on. What goes on for weeks waits in the days to come. */
final class GeneratedWork {
    /** Of what may be amended, so many of a hundred are, which makes three of a hundred of all. */
    private static final double AMENDED = 4.2;

    private final GeneratedPrefecture prefecture;
    private final Random random;
    private final TreeMap<LocalDate, List<Step>> later = new TreeMap<>();
    private int visits;

    private interface Step {
        void on(LocalDate today);
    }

    GeneratedWork(GeneratedPrefecture prefecture) {
        this.prefecture = prefecture;
        this.random = prefecture.random;
    }

    /** @param events in all, with those that were put before */
    void run(LocalDate first, LocalDate end, int events) {
        int before = prefecture.put();
        long days = ChronoUnit.DAYS.between(first, end);
        for (LocalDate today = first; today.isBefore(end); today = today.plusDays(1)) {
            List<Step> due = later.remove(today);
            if (due != null) {
                for (Step step : due) {
                    step.on(today);
                }
            }
            calendar(today);
            long upTo = before + (events - before) * (ChronoUnit.DAYS.between(first, today) + 1) / days;
            while (prefecture.put() < upTo) {
                begin(today);
            }
        }
    }

    private void begin(LocalDate today) {
        List<GeneratedVillage> villages = prefecture.villages();
        GeneratedVillage village = villages.get(random.nextInt(villages.size()));
        GeneratedVillage.Home home = village.homes.get(random.nextInt(village.homes.size()));
        int kind = random.nextInt(1000);
        if (kind < 870) {
            visit(today, village, home);
        } else if (kind < 935) {
            concern(today, village, home);
        } else if (kind < 946) {
            dispute(today, village);
        } else if (kind < 965) {
            donation(today, village);
        } else if (kind < 968) {
            project(today, village);
        } else if (kind < 976) {
            activity(today, village);
        } else if (kind < 990) {
            member(today, village, home);
        } else if (kind < 995) {
            handOver(today, village, home);
        } else {
            rectification(today, village);
        }
    }

    // ------------------------------------------------------------------ when

    /** When it happened what is recorded on a day: not before the launch, nor before what it follows. */
    private LocalDate occurred(LocalDate recorded, LocalDate notBefore) {
        int kind = random.nextInt(100);
        int lag = kind < 86 ? random.nextInt(8) : kind < 96 ? 7 + random.nextInt(84) : 90 + random.nextInt(640);
        LocalDate day = recorded.minusDays(lag);
        return day.isBefore(notBefore) ? notBefore : day;
    }

    private LocalDate occurred(LocalDate recorded) {
        return occurred(recorded, GeneratedPrefecture.LAUNCH);
    }

    private void later(LocalDate today, int most, Step step) {
        later.computeIfAbsent(today.plusDays(1 + random.nextInt(most)), day -> new ArrayList<>())
                .add(step);
    }

    private boolean of100(int part) {
        return random.nextInt(100) < part;
    }

    /** @param corrected null: such events are only voided */
    private <E extends DomainEvent> void amend(
            LocalDate today,
            GeneratedVillage village,
            GeneratedStream.Entry<E> entry,
            @Nullable UnaryOperator<E> corrected) {
        if (random.nextDouble() * 100 < AMENDED) {
            boolean voided = corrected == null || random.nextBoolean();
            later(today, of100(80) ? 30 : 200, day -> {
                var reason = village.seal(village.homes.getFirst().subject(), "记错了（示例）");
                prefecture.put(
                        day,
                        entry.stream(),
                        voided || corrected == null
                                ? new Voided<>(entry.id(), entry.event(), reason, null)
                                : new Corrected<>(
                                        entry.id(), entry.event(), corrected.apply(entry.event()), reason, null));
            });
        }
    }

    // ------------------------------------------------------------------ what

    private void visit(LocalDate today, GeneratedVillage village, GeneratedVillage.Home home) {
        UUID visit = prefecture.uuid();
        boolean diary = visits++ % 3 == 0;
        UUID cadre = home.link.cadreId();
        var recorded = new VisitRecorded(
                new Account(visit, prefecture.programme, village.office, village.division, null, "T1"),
                home.group(),
                home.link.linkId(),
                List.of(cadre),
                VisitKind.DISPERSED,
                null,
                1 + random.nextInt(5),
                null,
                diary ? village.seal(home.subject(), "第" + visits + "次走访，谈了水和路的事（示例）") : null,
                diary ? cadre : null,
                occurred(today));
        amend(
                today,
                village,
                prefecture.put(today, new GeneratedStream("Visit", visit), recorded),
                e -> new VisitRecorded(
                        e.of(),
                        e.home(),
                        e.linkId(),
                        e.cadreIds(),
                        e.kind(),
                        e.roundId(),
                        6,
                        e.findings(),
                        e.diary(),
                        e.diaryCadreId(),
                        e.occurredOn()));
    }

    private void concern(LocalDate today, GeneratedVillage village, GeneratedVillage.Home home) {
        UUID concern = prefecture.uuid();
        var stream = new GeneratedStream("Concern", concern);
        var topic = new Topic(
                concern,
                prefecture.programme,
                village.office,
                village.division,
                null,
                "T1",
                ConcernKind.values()[random.nextInt(ConcernKind.values().length)]);
        UUID household = home.id();
        LocalDate day = occurred(today);
        prefecture.put(
                today,
                stream,
                new ConcernRaised(
                        topic,
                        List.of(home.residence.group()),
                        household,
                        home.link.cadreId(),
                        null,
                        village.seal(home.subject(), "吃水难之" + concern + "（示例）"),
                        day.plusDays(30),
                        day));
        prefecture.put(today, stream, new ConcernAccepted(topic, household, null, day));
        if (of100(30)) {
            prefecture.put(
                    today,
                    stream,
                    new ConcernAssigned(
                            topic, household, village.cadres.getFirst().id(), village.office, null, day));
        }
        later(today, 20, progressed -> {
            LocalDate then = occurred(progressed, day);
            prefecture.put(
                    progressed,
                    stream,
                    new ConcernProgressed(topic, household, village.seal(home.subject(), "已派人看过（示例）"), then));
            if (of100(94)) {
                later(progressed, 30, resolved -> {
                    LocalDate done = occurred(resolved, then);
                    prefecture.put(resolved, stream, new ConcernResolved(topic, household, null, done));
                    if (of100(80)) {
                        later(
                                resolved,
                                20,
                                confirmed -> prefecture.put(
                                        confirmed,
                                        stream,
                                        new ResolutionConfirmed(topic, household, null, occurred(confirmed, done))));
                    }
                });
            }
        });
    }

    private void dispute(LocalDate today, GeneratedVillage village) {
        UUID dispute = prefecture.uuid();
        var stream = new GeneratedStream("Dispute", dispute);
        int one = random.nextInt(village.homes.size());
        GeneratedVillage.Home first = village.homes.get(one);
        GeneratedVillage.Home second = village.homes.get((one + 1) % village.homes.size());
        var of = new Case(
                dispute,
                prefecture.programme,
                village.office,
                village.division,
                null,
                "T1",
                DisputeKind.values()[random.nextInt(DisputeKind.values().length)]);
        LocalDate day = occurred(today);
        prefecture.put(
                today,
                stream,
                new DisputeRegistered(
                        of,
                        List.of(named(first.head), named(second.head)),
                        village.seal(first.subject(), "地界之争（示例）"),
                        null,
                        day));
        prefecture.put(today, stream, new MediationAccepted(of, day));
        later(today, 30, held -> {
            LocalDate met = occurred(held, day);
            prefecture.put(held, stream, new MediationSessionHeld(of, 1, null, met));
            if (of100(85)) {
                prefecture.put(
                        held,
                        stream,
                        new MediationAgreementReached(
                                of, 1, village.seal(first.subject(), "各让一尺（示例）"), false, met, null, met));
                later(
                        held,
                        60,
                        kept -> prefecture.put(
                                kept,
                                stream,
                                new PerformanceRecorded(of, Performance.FULL, null, occurred(kept, met))));
            } else {
                prefecture.put(held, stream, new DisputeResolved(of, DisputeOutcome.REFERRED, 2, met));
            }
        });
    }

    private static Person named(Person head) {
        return new Person(head.personId(), head.name(), null, null, null, null, null);
    }

    private void donation(LocalDate today, GeneratedVillage village) {
        UUID entry = prefecture.nextId();
        int yuan = 50 + random.nextInt(20) * 10;
        LocalDate day = occurred(today);
        var donor = new Donor(DonorKind.CADRE, village.of(random.nextInt(100)).id(), null);
        var donation = prefecture.put(
                today,
                village.fund,
                entry,
                new DonationRecorded(village.account, new FundEvent.Entry(entry, null, null), donor, yuan(yuan), day));
        village.received += yuan;
        if (today.getYear() == day.getYear() && of100(50)) {
            prefecture.put(
                    today,
                    village.fund,
                    new ReceiptIssued(
                            village.account,
                            prefecture.uuid(),
                            entry,
                            today.getYear(),
                            ++village.receipts,
                            yuan(yuan),
                            donor,
                            null,
                            today));
        } else {
            amend(
                    today,
                    village,
                    donation,
                    e -> new DonationRecorded(e.of(), e.entry(), e.donor(), yuan(yuan + 10), e.occurredOn()));
        }
    }

    private static Money yuan(int yuan) {
        return Money.yuan(new BigDecimal(yuan));
    }

    /** Half of what came in is set aside, and paid in two parts. */
    private void spend(LocalDate today, GeneratedVillage village) {
        if (village.unpaid > 0) {
            UUID entry = prefecture.nextId();
            int part = Math.max(village.unpaid / 2, Math.min(village.unpaid, 100));
            village.unpaid -= part;
            GeneratedVillage.Home home = village.homes.get(random.nextInt(village.homes.size()));
            prefecture.put(
                    today,
                    village.fund,
                    entry,
                    new PaidFromFund(
                            village.account,
                            new FundEvent.Entry(entry, null, null),
                            new Withdrawal(village.allocation, "水管", null, null),
                            new Payee(home.head.personId(), home.head.name()),
                            yuan(part),
                            null,
                            today));
        } else if (village.received / 2 - village.allocated > 100) {
            UUID entry = prefecture.nextId();
            int amount = village.received / 2 - village.allocated;
            village.allocated += amount;
            village.allocation = entry;
            village.unpaid = amount;
            prefecture.put(
                    today,
                    village.fund,
                    entry,
                    new FundsAllocated(
                            village.account, new FundEvent.Entry(entry, null, null), "水管", null, yuan(amount), today));
        }
    }

    private void project(LocalDate today, GeneratedVillage village) {
        UUID project = prefecture.uuid();
        var stream = new GeneratedStream("Project", project);
        var of = new Undertaking(project, prefecture.programme, village.office, village.division);
        var classed = new Classification(null, "T2");
        var line = new Investment(
                prefecture.uuid(), InvestmentSource.DEPARTMENTS, yuan(10_000 + random.nextInt(90) * 1_000));
        LocalDate day = occurred(today);
        prefecture.put(
                today,
                stream,
                new ProjectProposed(
                        of,
                        classed,
                        new Plan(
                                ProjectKind.values()[random.nextInt(ProjectKind.values().length)],
                                "引水工程" + project.toString().substring(0, 8),
                                "村口",
                                null),
                        day));
        later(today, 30, resolved -> {
            LocalDate met = occurred(resolved, day);
            prefecture.put(resolved, stream, new VillagersResolutionRecorded(of, 60, 55, null, met));
            prefecture.put(resolved, stream, new InvestmentLineAdded(of, classed, line, met));
            later(
                    resolved,
                    60,
                    approved -> begun(approved, occurred(approved, met), stream, of, classed, line, village));
        });
    }

    private void begun(
            LocalDate today,
            LocalDate day,
            GeneratedStream stream,
            Undertaking of,
            Classification classed,
            Investment line,
            GeneratedVillage village) {
        prefecture.put(today, stream, new ProjectApproved(of, "示例〔" + day.getYear() + "〕1号", day));
        prefecture.put(today, stream, new ContractAwarded(of, null, line.money(), null, day));
        prefecture.put(today, stream, new WorkStarted(of, day));
        prefecture.put(
                today,
                stream,
                new InvestmentLineAdvanced(of, line, InvestmentStage.APPROVED, InvestmentStage.PAID, day));
        later(today, 40, reported -> {
            LocalDate half = occurred(reported, day);
            prefecture.put(reported, stream, new ProgressReported(of, 50, null, half));
            later(
                    reported,
                    40,
                    completed -> completed(completed, occurred(completed, half), stream, of, classed, village));
        });
    }

    private void completed(
            LocalDate today,
            LocalDate day,
            GeneratedStream stream,
            Undertaking of,
            Classification classed,
            GeneratedVillage village) {
        prefecture.put(today, stream, new WorkCompleted(of, day));
        amend(
                today,
                village,
                prefecture.put(
                        today,
                        stream,
                        new QuantityMeasured(
                                of,
                                classed,
                                prefecture.uuid(),
                                ProjectItem.PIPE,
                                null,
                                metres(100 + random.nextInt(2_000)),
                                null,
                                day)),
                e -> (QuantityMeasured) more((QuantityMeasured) e));
        prefecture.put(
                today,
                stream,
                new BeneficiariesRecorded(
                        of,
                        classed,
                        prefecture.uuid(),
                        BeneficiaryKind.HOUSEHOLDS,
                        new Quantity(new BigDecimal(10 + random.nextInt(90)), "households", Qualifier.APPROX, null),
                        random.nextBoolean(),
                        day));
        later(
                today,
                60,
                accepted -> prefecture.put(accepted, stream, new ProjectAccepted(of, null, occurred(accepted, day))));
    }

    private static Quantity metres(int metres) {
        return new Quantity(new BigDecimal(metres), "m", Qualifier.EXACT, null);
    }

    private static ProjectEvent more(QuantityMeasured e) {
        return new QuantityMeasured(
                e.of(),
                e.classification(),
                e.quantityId(),
                e.item(),
                e.itemName(),
                metres(e.quantity().value().intValue() + 1),
                e.attachmentId(),
                e.occurredOn());
    }

    private void activity(LocalDate today, GeneratedVillage village) {
        UUID activity = prefecture.uuid();
        var stream = new GeneratedStream("Activity", activity);
        var of = new org.minqing.events.activity.ActivityEvent.Place(
                activity, prefecture.programme, village.office, village.division);
        boolean study = random.nextBoolean();
        LocalDate day = occurred(today);
        var occasion = new Occasion(
                study ? ActivityKind.STUDY : ActivityKind.MEETING,
                study ? StudyMode.COLLECTIVE : null,
                "群众路线",
                null,
                null,
                null,
                null,
                "T1",
                List.of(village.of(random.nextInt(100)).id()));
        amend(
                today,
                village,
                prefecture.put(today, stream, new ActivityRecorded(of, occasion, 10 + random.nextInt(50), day)),
                e -> new ActivityRecorded(e.of(), e.occasion(), 5, e.occurredOn()));
        if (random.nextBoolean()) {
            prefecture.put(
                    today,
                    stream,
                    new MinutesFiled(
                            of, village.seal(village.homes.getFirst().subject(), "记录" + activity), null, today));
        }
    }

    private void member(LocalDate today, GeneratedVillage village, GeneratedVillage.Home home) {
        if (home.members < 8) {
            home.members++;
            LocalDate day = occurred(today);
            prefecture.put(
                    today,
                    home.stream,
                    new HouseholdMemberAdded(
                            home.residence,
                            new Person(
                                    prefecture.uuid(),
                                    village.seal(home.subject(), "李小示例"),
                                    null,
                                    "2",
                                    null,
                                    null,
                                    null),
                            day));
        }
    }

    private void handOver(LocalDate today, GeneratedVillage village, GeneratedVillage.Home home) {
        Link former = home.link;
        GeneratedVillage.Cadre taker = village.of(random.nextInt(100));
        if (taker.id().equals(former.cadreId())) {
            return;
        }
        home.link =
                GeneratedPrefecture.link(prefecture.uuid(), home.admission, home.residence.group(), home.id(), taker);
        prefecture.put(
                today,
                village.linkPoint,
                new HouseholdHandedOver(
                        village.site,
                        FormerLink.of(former, home.card.cardId(), home.delivered),
                        home.link,
                        LinkMode.EXACTLY_ONE,
                        village.seal(home.subject(), "工作变动（示例）"),
                        null,
                        today));
        home.card = new Card(prefecture.uuid(), home.link.linkId(), home.residence.group(), home.id(), taker.id());
        prefecture.put(today, village.linkPoint, new LiaisonCardIssued(village.site, home.card, today));
        home.delivered = true;
        prefecture.put(today, village.linkPoint, new CardDeliveryConfirmed(village.site, home.card, today));
    }

    private void rectification(LocalDate today, GeneratedVillage village) {
        UUID rectification = prefecture.uuid();
        var stream = new GeneratedStream("Rectification", rectification);
        GeneratedVillage.Cadre cadre = village.of(random.nextInt(100));
        var of = new Owner(rectification, prefecture.programme, village.office, village.division, cadre.id());
        String subject = "person:" + cadre.id();
        LocalDate day = occurred(today);
        prefecture.put(
                today,
                stream,
                new RectificationRaised(
                        of,
                        new Matter(RectificationSource.STUDY, Aspect.WORK, List.of(), day.plusDays(60)),
                        village.seal(subject, "走访少（示例）"),
                        day));
        prefecture.put(today, stream, new MeasureSet(of, village.seal(subject, "每月两次（示例）"), day));
        later(today, 60, done -> {
            LocalDate when = occurred(done, day);
            prefecture.put(done, stream, new DoneReported(of, when));
            later(
                    done,
                    20,
                    confirmed -> prefecture.put(
                            confirmed, stream, new RectificationConfirmed(of, occurred(confirmed, when))));
        });
    }

    // ------------------------------------------------------------------ by the calendar

    /** What comes once a month in every village, on a day of its own, and once a year. */
    private void calendar(LocalDate today) {
        List<GeneratedVillage> villages = prefecture.villages();
        for (int v = today.getDayOfMonth() - 1; v < villages.size(); v += 28) {
            if (today.getDayOfMonth() <= 28) {
                month(today, villages.get(v));
            }
        }
        if (today.getDayOfYear() == 1) {
            villages.forEach(village -> village.receipts = 0);
        }
        if (today.getDayOfYear() == 50) {
            villages.forEach(village -> year(today, village));
            prefecture.offices().forEach(office -> report(today, office));
        }
    }

    private void month(LocalDate today, GeneratedVillage village) {
        if (!today.isBefore(GeneratedPrefecture.LAUNCH.plusMonths(1))) {
            YearMonth month = YearMonth.from(today).minusMonths(1);
            for (GeneratedVillage.Posting posting : village.postings) {
                if (of100(95)) {
                    amend(
                            today,
                            village,
                            prefecture.put(
                                    today,
                                    posting.stream(),
                                    new AttendanceRecorded(
                                            posting.of(),
                                            posting.cadre().id(),
                                            month.toString(),
                                            15 + random.nextInt(8),
                                            village.seal(
                                                    "person:" + posting.cadre().id(), "签"),
                                            today)),
                            e -> new AttendanceRecorded(
                                    e.of(), e.cadreId(), e.month(), 10, e.signedBy(), e.occurredOn()));
                }
            }
            spend(today, village);
        }
        if (today.getMonthValue() % 6 == 5) {
            String half = today.getYear() + (today.getMonthValue() < 7 ? "年上半年" : "年下半年");
            LocalDate from = today.withMonth(today.getMonthValue() < 7 ? 1 : 7).withDayOfMonth(1);
            for (GeneratedVillage.Cadre cadre : village.cadres) {
                document(
                        today,
                        village,
                        cadre,
                        new Period(half, from, from.plusMonths(6).minusDays(1)));
            }
        }
    }

    private void document(LocalDate today, GeneratedVillage village, GeneratedVillage.Cadre cadre, Period period) {
        UUID document = prefecture.uuid();
        var stream = new GeneratedStream("Document", document);
        var of = new DocumentEvent.Place(document, prefecture.programme, village.office, village.division);
        var duty = new Duty(
                DocumentKind.REFLECTION,
                OwedBy.LINKED_CADRE,
                cadre.id(),
                null,
                "T1",
                period,
                period.to().plusDays(20));
        prefecture.put(today, stream, new DocumentRequired(of, duty, today));
        if (of100(92)) {
            later(today, 60, handed -> {
                LocalDate day = occurred(handed, today);
                prefecture.put(handed, stream, new DocumentHandedIn(of, duty, "心得", null, day));
                later(
                        handed,
                        20,
                        accepted ->
                                prefecture.put(accepted, stream, new DocumentAccepted(of, occurred(accepted, day))));
            });
        }
    }

    private void year(LocalDate today, GeneratedVillage village) {
        GeneratedVillage.Posting instructor = village.postings.getFirst();
        prefecture.put(
                today,
                instructor.stream(),
                new InstructorAssessed(instructor.of(), instructor.cadre().id(), AssessmentGrade.COMPETENT, today));
        if (village.number % 20 == 0) {
            UUID inspection = prefecture.uuid();
            var stream = new GeneratedStream("Inspection", inspection);
            var scope = new Scope(inspection, prefecture.programme, village.division.substring(0, 6));
            prefecture.put(today, stream, new InspectionOpened(scope, "示例令", prefecture.put(), today));
            later(today, 20, closed -> prefecture.put(closed, stream, new InspectionClosed(scope, closed)));
        }
    }

    private void report(LocalDate today, UUID office) {
        UUID period = prefecture.uuid();
        var stream = new GeneratedStream("ReportingPeriod", period);
        int year = today.getYear() - 1;
        var of = new Report(period, prefecture.programme, office, seat(office));
        var span = new Span("" + year, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), PeriodKind.ANNUAL);
        prefecture.put(today, stream, new PeriodOpened(of, span, today));
        prefecture.put(today, stream, new SectionWritten(of, ReportSection.NEXT_STEPS, "再走访一遍（示例）", today));
        prefecture.put(today, stream, new ReportSubmitted(of, null, null, today));
        prefecture.put(today, stream, new ReportApproved(of, null, today));
        prefecture.put(
                today,
                stream,
                new PeriodSealed(of, span, new SealedAt(prefecture.put(), "1", 0, "0".repeat(64), List.of()), today));
    }

    private String seat(UUID office) {
        return prefecture.villages().stream()
                .filter(village -> village.office.equals(office))
                .map(village -> village.division.substring(0, 6))
                .findFirst()
                .orElse(GeneratedPrefecture.PREFECTURE);
    }
}
