package org.minqing.standalone;

/** Talking to whoever started this, Chinese first. */
final class LauncherConsole {
    private LauncherConsole() {}

    static void that(String chinese, String english) {
        System.out.println(chinese + " · " + english);
    }

    static void wrong(String chinese, String english) {
        System.err.println(chinese);
        System.err.println(english);
    }
}
