/**
 * CRMs hooked up to a workspace: a delivery is proved, kept and answered, and understood afterwards.
 *
 * <p>A vendor is a file of data in {@code kinds}; where data cannot say it, a package of its own with an {@link
 * dev.groundswell.crm.Adapter}.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.crm;
