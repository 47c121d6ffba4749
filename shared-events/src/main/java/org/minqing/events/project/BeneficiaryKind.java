package org.minqing.events.project;

/** Who is counted as benefiting. */
public enum BeneficiaryKind {
    /** 户 */
    HOUSEHOLDS,
    /** 人 */
    PERSONS,
    /** Teachers and pupils 师生, who may live in counted households. */
    SCHOOL
}
