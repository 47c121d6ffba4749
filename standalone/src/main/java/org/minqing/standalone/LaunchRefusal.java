package org.minqing.standalone;

/** What was asked cannot be done; says in both languages why and what to do instead. */
final class LaunchRefusal extends RuntimeException {
    private final int status;
    private final String chinese;

    LaunchRefusal(int status, String chinese, String english) {
        super(english, null, false, false);
        this.status = status;
        this.chinese = chinese;
    }

    int status() {
        return status;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return String.valueOf(getMessage());
    }
}
