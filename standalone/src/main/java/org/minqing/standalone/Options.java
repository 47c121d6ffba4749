package org.minqing.standalone;

import java.nio.file.Path;
import java.util.List;

/**
 * The command line, as the launcher hands it on: checked there already.
 *
 * @param port N: pages and questions; commands, identity and PostgreSQL follow it
 * @param demonstration whether an empty log is filled with the demonstration year
 * @param detached whether nobody watches: an instance already running is then as good as a new one
 * @param atOnce whether what was signed before is good no more
 * @param back whether the read models from before the last rebuild are put back
 */
record Options(
        String command, Path data, int port, boolean demonstration, boolean detached, String client, boolean back, boolean atOnce) {
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
        for (int i = 1; i < args.size(); i++) {
            switch (args.get(i)) {
                case "--data" -> data = Path.of(value(args, ++i));
                case "--port" -> port = Integer.parseInt(value(args, ++i));
                case "--client" -> client = value(args, ++i);
                case "--no-demo" -> demonstration = false;
                case "--detach" -> detached = true;
                case "--back" -> back = true;
                case "--at-once" -> atOnce = true;
                default -> throw new LaunchRefusal(2, "不认识的选项：" + args.get(i), "Unknown option: " + args.get(i));
            }
        }
        return new Options(command, data, port, demonstration, detached, client, back, atOnce);
    }

    private static String value(List<String> args, int index) {
        if (index >= args.size()) {
            throw new LaunchRefusal(2, "缺少选项的值：" + args.getLast(), "A value is missing after " + args.getLast());
        }
        return args.get(index);
    }
}
