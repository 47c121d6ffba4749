package org.minqing.events.fund;

import java.util.UUID;
import org.minqing.events.Sealed;

/**
 * Who is paid.
 *
 * @param personId under whose key the name is
 */
public record Payee(UUID personId, Sealed name) {}
