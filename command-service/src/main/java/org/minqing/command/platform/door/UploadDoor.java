package org.minqing.command.platform.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.command.platform.desk.CommandRequest;
import org.minqing.command.platform.desk.Receipt;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.refusal.Faults;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.edge.Problems;
import org.minqing.edge.share.Places;
import org.minqing.edge.share.ShareRefusal;
import org.minqing.edge.share.Shares;
import org.minqing.events.Ids;
import org.minqing.log.EventLog;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes in what is larger than a command. While it comes it lies aside, so that one that comes slowly keeps nobody waiting; then a few are
 * looked into at a time, so that memory stays bounded.
 */
@Component
public final class UploadDoor {
    private static final String UPLOADS = "uploads";
    private static final String FILES = "files";

    private final CommandDesk desk;
    private final EventLog log;
    private final Locations locations;
    private final Problems problems;
    private final Shares shares;

    UploadDoor(CommandDesk desk, EventLog log, Locations locations, Problems problems, Shares shares) {
        this.desk = desk;
        this.log = log;
        this.locations = locations;
        this.problems = problems;
        this.shares = shares;
    }

    /** Reads what is sent, however long it takes: nothing of it stays in memory. */
    @FunctionalInterface
    public interface Reading {
        Arrived read() throws IOException;
    }

    /** A file that has come in whole and lies aside. */
    public interface Arrived extends AutoCloseable {
        /** Looks into it; from here on it is in memory. */
        Upload open() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** What was read. */
    public interface Upload {
        /** What tells this request from another; goes no further than into a keyed digest. */
        ObjectNode asSent();

        /** The command as far as it can be told before anything is kept. */
        ObjectNode asMeant();

        /**
         * Keeps it and gives the command that says so. Not called where the key was used before or the command is refused.
         *
         * @throws Refusal where the sender may keep no more on this day
         */
        ObjectNode keep(UUID madeId, Sender sender, LocalDate today);

        /** The command was refused. */
        void drop(UUID madeId);
    }

    /** Answers the request as a command of this name. */
    public void take(
            String command,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response,
            Reading reading)
            throws IOException {
        try {
            Sender sender = Tokens.sender(authentication);
            shares.rates(UPLOADS).count(sender.caller(), response);
            CommandEndpoint.write(take(command, sender, request, reading), locations, response);
        } catch (Refusal refusal) {
            problems.write(refusal, request, response);
        } catch (ShareRefusal refusal) {
            problems.write(refusal, request, response);
        }
    }

    private Receipt take(String command, Sender sender, HttpServletRequest request, Reading reading)
            throws IOException {
        desk.admit(sender, command);
        Body.requireUncoded(request);
        if (isForm(request)) {
            Body.requireUtf8(request);
        }
        CommandEndpoint.requireOpen(log);
        UUID commandId = CommandEndpoint.commandId(request.getHeader("Idempotency-Key"));
        try (Places.Place coming = shares.places(UPLOADS).take(sender.caller());
                Arrived arrived = reading.read();
                Places.Place inMemory = shares.places(FILES).take(sender.caller())) {
            return take(command, sender, commandId, request, arrived.open());
        } catch (ShareRefusal refusal) {
            throw refusal;
        } catch (RuntimeException fault) {
            throw Faults.of(fault);
        }
    }

    /** Of a form names are read; of a file that is sent as it is nothing but its bytes, whatever they are said to be. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    private Receipt take(String command, Sender sender, UUID commandId, HttpServletRequest request, Upload upload) {
        CommandRequest.Trace trace = CommandEndpoint.trace(request);
        if (log.findCommand(sender.client(), commandId).isPresent()) {
            ObjectNode nothing = JsonNodeFactory.instance.objectNode();
            return desk.take(
                    new CommandRequest(sender, commandId, command, nothing, null, trace, null, upload.asSent()));
        }
        if (log.space().full()) {
            throw Faults.status(507, "disk-full");
        }
        desk.judge(
                new CommandRequest(sender, commandId, command, upload.asMeant(), null, trace, null, upload.asSent()));
        UUID madeId = Ids.made(sender.client(), commandId);
        ObjectNode body = upload.keep(madeId, sender, log.clock().today());
        try {
            return desk.take(new CommandRequest(sender, commandId, command, body, null, trace, null, upload.asSent()));
        } catch (Refusal refusal) {
            upload.drop(madeId);
            throw refusal;
        }
    }
}
