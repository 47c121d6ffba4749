package org.minqing.command.platform.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;

/**
 * How long a void and a correction take in a long stream: a fund with many donations, over HTTP, on a log of its own.
 *
 * <p>Arguments: events in the stream (5000), rounds (9). Figures are the median of the rounds in milliseconds, of what came first
 * and of what came last, beside those of a new donation. Each round amends another donation, so that nothing is said twice.
 */
final class TimeOfAmending {
    private static final int LINES = 500;

    private final CommandServer server = CommandServer.shared();
    private final UUID fund;

    private TimeOfAmending() {
        UUID organisation = made("RegisterOrganisation", """
                {"name": "示例单位", "divisionCode": "5303", "occurredOn": "2011-01-01"}""");
        UUID programme = made("LaunchProgramme", """
                {"name": "示例活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation));
        fund = made("OpenFund", """
                {"programmeId": "%s", "organisationId": "%s", "earmark": "饮水", "occurredOn": "2012-01-01"}""".formatted(programme, organisation));
    }

    private interface Round {
        Reply send(int number);
    }

    public static void main(String[] args) {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 5000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 9;
        new TimeOfAmending().run(events, rounds);
        System.exit(0);
    }

    private void run(int events, int rounds) {
        for (int entered = 1; entered < events; entered += LINES) {
            StringBuilder lines = new StringBuilder();
            for (int i = entered; i < Math.min(entered + LINES, events); i++) {
                lines.append("{\"command\": \"RecordDonation\", \"commandId\": \"%s\", \"data\": %s}%n"
                        .formatted(UUID.randomUUID(), donation()));
            }
            server.postLines(lines.toString()).requireStatus(200);
        }
        List<UUID> story = server.stream("Fund-" + fund).stream()
                .map(event -> event.eventId())
                .toList();
        System.out.printf("%d events%n", story.size());
        time("new donation", rounds, number -> server.post("RecordDonation", donation()));
        time("void of the last", rounds, number -> amend("Void", story.get(story.size() - 1 - number), ""));
        time("void of the first", rounds, number -> amend("Void", story.get(1 + number), ""));
        String other = ", \"changes\": {\"money\": {\"amount\": \"2\"}}";
        time(
                "correction of the last",
                rounds,
                number -> amend("Correct", story.get(story.size() - 1 - rounds - number), other));
        time("correction of the first", rounds, number -> amend("Correct", story.get(1 + rounds + number), other));
    }

    private static void time(String what, int rounds, Round round) {
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            Reply reply = round.send(i);
            nanos[i] = System.nanoTime() - start;
            reply.requireStatus(201);
        }
        double first = nanos[0] / (double) TimeUnit.MILLISECONDS.toNanos(1);
        Arrays.sort(nanos);
        double median = nanos[rounds / 2] / (double) TimeUnit.MILLISECONDS.toNanos(1);
        System.out.printf(Locale.ROOT, "%-24s %8.1f ms (the first time %.1f)%n", what, median, first);
    }

    private String donation() {
        return """
                {"fundId": "%s", "donor": {"kind": "ORGANISATION", "name": "示例商会"}, "money": {"amount": "1"}, "occurredOn": "2012-04-16"}""".formatted(fund);
    }

    private Reply amend(String command, UUID event, String more) {
        return server.post(command, """
                {"eventId": "%s", "reason": "误录"%s}""".formatted(event, more));
    }

    private UUID made(String command, String body) {
        return server.post(command, body).requireStatus(201).id();
    }
}
