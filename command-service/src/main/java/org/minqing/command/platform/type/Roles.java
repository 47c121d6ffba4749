package org.minqing.command.platform.type;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.minqing.access.AccessPolicy;
import org.minqing.access.Deed;
import org.minqing.access.Grant;

/** Who may send which command, as the policy says. */
public final class Roles {
    public static final String OFFICE = "office";
    private static final AccessPolicy POLICY = AccessPolicy.inForce();

    private Roles() {}

    /** The roles that may send a command. */
    public static Set<String> of(String command, String aggregate) {
        return POLICY.roles(Deed.COMMAND, thing(command, aggregate));
    }

    private static String thing(String command, String aggregate) {
        return aggregate + "." + command;
    }

    /** The roles that send commands at all. */
    static Set<String> all() {
        return POLICY.roles(Deed.COMMAND);
    }

    /** In which of somebody's roles a command is sent, and how far that reaches. */
    static Optional<Grant> grant(Collection<String> held, String command, String aggregate) {
        return POLICY.grant(held, Deed.COMMAND, thing(command, aggregate));
    }

    /** How far somebody may attach files to an entity of a type, or to nothing. */
    public static Optional<Grant> attaching(Collection<String> held, String thing) {
        return POLICY.grant(held, Deed.ATTACH, thing);
    }

    /** Whether somebody with these roles may send whatever command there is. */
    public static boolean sendEveryCommand(Set<String> held) {
        return held.stream().anyMatch(role -> POLICY.everything(role, Deed.COMMAND));
    }

    /** Whether somebody with these roles may send any command at all. */
    public static boolean sendCommands(Set<String> held) {
        return held.stream().anyMatch(all()::contains);
    }
}
