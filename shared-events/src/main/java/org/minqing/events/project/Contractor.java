package org.minqing.events.project;

import java.util.UUID;
import org.minqing.events.Sealed;

/**
 * Who does the work.
 *
 * @param personId under whose key the name is
 */
public record Contractor(UUID personId, Sealed name) {}
