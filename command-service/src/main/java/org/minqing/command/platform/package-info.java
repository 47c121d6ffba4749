/**
 * What all commands share. A command is a record, its aggregate an {@code @Aggregate} class with one {@code handle(Command,
 * Situation)} for each and one {@code on(Event)}; both are found by scanning, and nothing is registered. What a record's
 * annotations say ({@link org.minqing.command.platform.Ref}, {@link org.minqing.command.platform.DivisionCode},
 * {@link org.minqing.command.platform.Text}, Bean Validation) is judged before the handler is asked, in the order of the
 * contract; its JSON, its schema and its sealing follow from the record alone.
 *
 * <p>The way of a command: {@code CommandEndpoint} or {@code Bulk} -> {@link org.minqing.command.platform.CommandDesk}
 * (key, attempts) -> {@code Draft} (JSON to record) -> {@code Judgement} (404, 403, 422, 412) -> {@code Dispatcher} ->
 * Axon -> the aggregate -> the log.
 */
@NullMarked
package org.minqing.command.platform;

import org.jspecify.annotations.NullMarked;
