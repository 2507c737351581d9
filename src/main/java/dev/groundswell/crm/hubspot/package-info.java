/** What data cannot say of HubSpot. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.crm.hubspot;
