package org.minqing.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Under which keys a service keeps the words of its problems; of several the first that has a text is taken. */
public interface Wording {
    /** The code of a problem of which nothing is known but its status. */
    default String code(int status) {
        return Problem.code(status);
    }

    /** Keys of the title. */
    List<String> titles(Problem problem);

    /** Keys of the detail; where none has a text the title is said again. */
    List<String> details(Problem problem, HttpServletRequest request);

    /** Keys of what is said of one field or parameter with this code. */
    List<String> errors(String code);

    /** What its words are filled in with, where it is not what the problem carries as it stands. */
    default List<Object> arguments(Problem problem) {
        return problem.arguments();
    }

    /** What these words are filled in with, where it is not what the error carries as it stands. */
    default List<Object> arguments(Problem.Field error) {
        return error.arguments();
    }
}
