package org.minqing.log;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long a test waits for what it asserts. Waiting ends with what is waited for, so that patience costs nothing but where something
 * is wrong; a machine that is busy with other things takes several times as long as an idle one. It is found by itself, in every module
 * that has this one's tests, and stands for each {@code await()} that names no other time.
 */
public final class Patience implements BeforeAllCallback {
    public static final Duration LONG = Duration.ofSeconds(90);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(LONG);
    }
}
