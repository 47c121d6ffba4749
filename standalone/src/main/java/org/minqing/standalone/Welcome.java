package org.minqing.standalone;

import java.io.IOException;
import org.minqing.standalone.identity.CredentialsFile;

/** Where to look, once everything answers. */
final class Welcome {
    private Welcome() {}

    static void print(DataDirectory directory, Ports ports, boolean detached) throws IOException {
        String stop = detached
                ? "./minqing down --data '" + directory.root().toString().replace("'", "'\\''") + "'"
                : "Ctrl-C";
        System.out.printf(
                """

                民情已启动 · Minqing is up

                  页面 pages        %1$s/
                  接口 API          %1$s/docs
                  命令 commands     %2$s/v1/commands
                  认证 identity     %3$s
                  账号 accounts     %4$s
                  日志 log          %5$s
                  停止 stop         %6$s

                """,
                ports.queryUrl(), ports.commandUrl(), ports.issuer(), directory.credentials(), directory.log(), stop);
        // nobody was told anything: there is no demonstration, and nobody can come in yet
        if (CredentialsFile.in(directory.root()).read().stream()
                .allMatch(told -> told.clients().isEmpty() && told.users().isEmpty())) {
            LauncherConsole.that(
                    "还没有账号时，先运行 ./minqing init --division 代码 --name 名称",
                    "where there are no accounts yet, run ./minqing init --division CODE --name NAME");
        }
    }
}
