package org.minqing.command.posting;

import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Money;
import org.minqing.events.posting.Security;

/**
 * What the sending organisation gives.
 *
 * @param allowance per month, above zero
 * @param insurance whether an accident insurance was taken out
 */
record SecurityInput(@Nullable Money allowance, @Nullable Boolean insurance) {
    Security security() {
        if (allowance != null && allowance.yuan().signum() <= 0) {
            throw Refusal.invalid("/security/allowance", "positive");
        }
        return new Security(allowance, insurance);
    }
}
