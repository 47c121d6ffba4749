package org.minqing.standalone.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How PostgreSQL, which refuses to be root, is run by root: in a user namespace of its own, where files of root stay its
 * own; or, where the system refuses one (containers often do), as another user by {@code setpriv}. A user without a name, as
 * in containers run with {@code --user}, gets a namespace too.
 *
 * @param prefix goes before a command; empty for ordinary users with a name
 * @param root whether this process is root, so that files can and must be given to {@code uid}
 */
record Unprivileged(List<String> prefix, boolean root, int uid, int gid) {
    private static final String ACCOUNT = "nobody";
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> NAME = List.of("id", "-un");

    static Unprivileged find() throws IOException {
        int uid = number("id", "-u");
        // Not just `true`: initdb also wants a name for the user it runs as, which in a namespace is that of nobody.
        boolean namespace = (uid == 0 || !Programs.works(NAME)) && Programs.works(with(NAMESPACE, NAME));
        if (uid != 0) {
            return new Unprivileged(namespace ? NAMESPACE : List.of(), false, uid, number("id", "-g"));
        }
        if (namespace) {
            return new Unprivileged(NAMESPACE, true, 0, 0);
        }
        int other = number("id", "-u", ACCOUNT);
        int group = number("id", "-g", ACCOUNT);
        List<String> setpriv = List.of("setpriv", "--reuid=" + other, "--regid=" + group, "--clear-groups");
        if (Programs.works(with(setpriv, List.of("true")))) {
            return new Unprivileged(setpriv, true, other, group);
        }
        throw new PostgresUnavailable(
                "PostgreSQL 不能以 root 身份运行，而本机既不允许 `unshare -U` 也不允许 `setpriv`。请用普通用户运行。",
                "PostgreSQL does not run as root, and neither `unshare -U` nor `setpriv` works here. Run this as an ordinary user.");
    }

    /** Whether files must belong to somebody other than root. */
    boolean otherUser() {
        return root && uid != 0;
    }

    List<String> command(List<String> command) {
        return with(prefix, command);
    }

    /**
     * The same, able to reach a file. Below a closed folder such as /root the other user is given the one power to pass
     * (less than root's own, which is what `unshare` would have left it).
     */
    Unprivileged reaching(Path file) {
        if (!otherUser() || reads(file)) {
            return this;
        }
        for (String power : List.of("dac_read_search", "dac_override")) {
            List<String> more = with(prefix, List.of("--inh-caps=+" + power, "--ambient-caps=+" + power));
            var stronger = new Unprivileged(more, true, uid, gid);
            if (stronger.reads(file)) {
                return stronger;
            }
        }
        throw new PostgresUnavailable(
                "PostgreSQL 以用户 %s 运行，但该用户进不了 %s。请用 --data 指定其他用户可以进入的目录，例如 /var/lib/minqing。"
                        .formatted(ACCOUNT, file.getParent()),
                "PostgreSQL runs as user %s, who cannot enter %s. Choose a folder others may enter with --data, for example /var/lib/minqing."
                        .formatted(ACCOUNT, file.getParent()));
    }

    private boolean reads(Path file) {
        return Programs.works(command(List.of("test", "-r", file.toString())));
    }

    private static List<String> with(List<String> prefix, List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return List.copyOf(all);
    }

    private static int number(String... command) throws IOException {
        Programs.Outcome outcome = Programs.run(List.of(command));
        if (!outcome.ok()) {
            throw new IOException(String.join(" ", command) + ": " + outcome.output());
        }
        return Integer.parseInt(outcome.output());
    }
}
