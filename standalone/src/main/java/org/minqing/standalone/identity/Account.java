package org.minqing.standalone.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that may have a token.
 *
 * @param hash of the password or secret; clear text is never kept here
 * @param division code of the division whose subtree is the scope
 * @param cadreId for a cadre, who it is in the ledger
 */
record Account(
        String name,
        String hash,
        List<String> roles,
        String division,
        @Nullable String cadreId) {}
