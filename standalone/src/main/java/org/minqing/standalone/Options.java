package org.minqing.standalone;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line, as the launcher hands it on: checked there already.
 *
 * @param port N: pages and questions; commands, identity and PostgreSQL follow it
 * @param demonstration whether an empty log is filled with the demonstration year
 * @param detached whether nobody watches: an instance already running is then as good as a new one
 * @param atOnce whether what was signed before is good no more
 * @param back whether the read models from before the last rebuild are put back
 * @param tls certificate and key of all ports; null: plain HTTP
 */
record Options(
        String command,
        Path data,
        int port,
        boolean demonstration,
        boolean detached,
        String client,
        boolean back,
        boolean atOnce,
        @Nullable Tls tls) {
    private static final int DEFAULT_PORT = 8080;

    static Options of(List<String> args) {
        String command = args.isEmpty() ? "help" : args.getFirst();
        Path data = Path.of(".minqing");
        int port = DEFAULT_PORT;
        boolean demonstration = true;
        boolean detached = false;
        String client = "";
        boolean back = false;
        boolean atOnce = false;
        Path certificate = null;
        Path key = null;
        for (int i = 1; i < args.size(); i++) {
            switch (args.get(i)) {
                case "--data" -> data = Path.of(value(args, ++i));
                case "--port" -> port = Integer.parseInt(value(args, ++i));
                case "--client" -> client = value(args, ++i);
                case "--no-demo" -> demonstration = false;
                case "--detach" -> detached = true;
                case "--tls-cert" -> certificate = Path.of(value(args, ++i)).toAbsolutePath();
                case "--tls-key" -> key = Path.of(value(args, ++i)).toAbsolutePath();
                case "--back" -> back = true;
                case "--at-once" -> atOnce = true;
                default -> throw new LaunchRefusal(2, "不认识的选项：" + args.get(i), "Unknown option: " + args.get(i));
            }
        }
        if ((certificate == null) != (key == null)) {
            throw new LaunchRefusal(2, "--tls-cert 和 --tls-key 要一起写", "--tls-cert and --tls-key go together");
        }
        Tls tls = certificate == null || key == null ? null : new Tls(certificate, key);
        return new Options(command, data, port, demonstration, detached, client, back, atOnce, tls);
    }

    private static String value(List<String> args, int index) {
        if (index >= args.size()) {
            throw new LaunchRefusal(2, "缺少选项的值：" + args.getLast(), "A value is missing after " + args.getLast());
        }
        return args.get(index);
    }
}
