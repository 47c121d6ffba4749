package org.minqing.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import org.minqing.standalone.token.SigningKeys;

/** {@code ./minqing key rotate signing}: also while everything runs, which sees it at the next token. */
final class SigningKeyRotation {
    private SigningKeyRotation() {}

    static int run(Options options) throws IOException {
        DataDirectory directory = DataDirectory.existing(options.data());
        if (Files.notExists(SigningKeys.file(directory.root()))) {
            throw new LaunchRefusal(
                    1, "还没有签名密钥；请先运行 ./minqing up", "There is no signing key yet; run ./minqing up first");
        }
        String made = SigningKeys.rotate(directory.root(), options.atOnce(), InstantSource.system());
        LauncherConsole.that("新的签名密钥 " + made + " 已启用", "the new signing key " + made + " signs from now on");
        LauncherConsole.that(
                options.atOnce() ? "旧密钥签发的令牌在一分钟内失效" : "旧密钥继续验证已签发的令牌，直到它们到期",
                options.atOnce()
                        ? "tokens of the key before are good for nothing within a minute"
                        : "the key before verifies the tokens it signed until they have expired");
        return 0;
    }
}
