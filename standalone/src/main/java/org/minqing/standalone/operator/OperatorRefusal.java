package org.minqing.standalone.operator;

/** What an operator asked for cannot be done; says in both languages why. */
public final class OperatorRefusal extends RuntimeException {
    private final int status;
    private final String chinese;

    /** @param status with which the program ends: 2 where the words were wrong, 3 where nothing runs, else 1 */
    OperatorRefusal(int status, String chinese, String english) {
        super(english, null, false, false);
        this.status = status;
        this.chinese = chinese;
    }

    public int status() {
        return status;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return String.valueOf(getMessage());
    }
}
