package org.minqing.edge.share;

import org.jspecify.annotations.Nullable;
import org.minqing.edge.Bearer;

/**
 * Who has a share of his own: a program, and each person who comes through it.
 *
 * @param client the program that the token was given to
 * @param person whom it stands for; null where it stands for itself
 */
public record Caller(String client, @Nullable String person) {
    public static Caller of(Bearer bearer) {
        String subject = bearer.subject();
        String client = bearer.client() == null ? subject : bearer.client();
        return of(client, subject);
    }

    public static Caller of(@Nullable String client, @Nullable String subject) {
        String program = client == null ? "" : client;
        return new Caller(program, subject == null || subject.equals(program) ? null : subject);
    }
}
