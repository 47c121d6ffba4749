package org.minqing.events.visit;

/** What sort of visit it was. */
public enum VisitKind {
    /** 集中走访 */
    COLLECTIVE,
    /** 分散走访 */
    DISPERSED,
    /** 慰问 */
    CONDOLENCE
}
