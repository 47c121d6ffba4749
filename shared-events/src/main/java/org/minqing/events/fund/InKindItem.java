package org.minqing.events.fund;

import org.minqing.events.Money;
import org.minqing.events.Quantity;

/**
 * Goods given.
 *
 * @param name of the goods
 * @param basis on what the price was put: invoice, market price, ...
 * @param amount unit price for the quantity, rounded half up to the fen
 */
public record InKindItem(String name, Quantity quantity, Money unitPrice, String basis, Money amount) {}
