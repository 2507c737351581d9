/** What data cannot say of Salesforce. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.crm.salesforce;
