package dev.groundswell.catalog;

import dev.groundswell.access.Permission;
import dev.groundswell.http.CurrencyCode;
import dev.groundswell.http.PlausibleDate;
import dev.groundswell.http.Revisions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What other currencies are worth in the one that the workspace reports in. */
@Path("/v1/exchange_rates")
@Tag(name = "Exchange rates")
class ExchangeRateResource {

    private final ExchangeRates rates;

    ExchangeRateResource(ExchangeRates rates) {
        this.rates = rates;
    }

    @Schema(
            name = "ExchangeRate",
            description = "What a currency is worth, from a day on",
            requiredProperties = {"currency", "rate", "valid_from"})
    record Rate(
            @Schema(description = "ISO 4217", examples = "USD") @NotNull @CurrencyCode
            String currency,

            @Schema(description = "What one unit is worth in the currency reported in", examples = "0.92")
            @NotNull
            @Size(max = 24)
            @Pattern(regexp = "^\\d{1,9}(\\.\\d{1,12})?$", message = "must be a rate such as 0.92")
            String rate,

            @Schema(description = "Its first day; it holds until the next rate of the same currency")
            @NotNull
            @PlausibleDate
            LocalDate validFrom) {

        static Rate of(ExchangeRate rate) {
            return new Rate(rate.currency, rate.rate.toPlainString(), rate.validFrom);
        }

        Rates.Rate read() {
            return new Rates.Rate(currency, validFrom, new BigDecimal(rate));
        }
    }

    @Schema(
            name = "ExchangeRatesInput",
            description = "All exchange rates, in place of those before",
            requiredProperties = {"currency", "rates"})
    record Input(
            @Schema(description = "What the workspace reports in, by ISO 4217", examples = "EUR") @NotNull @CurrencyCode
            String currency,

            @Schema(description = "Each day of each currency once; currencies without a rate are not converted")
            @NotNull
            @Valid
            @Size(max = 2000)
            List<@NotNull Rate> rates) {}

    @Schema(
            name = "ExchangeRates",
            description = "All exchange rates of the workspace",
            requiredProperties = {"rates"})
    record View(
            @Schema(description = "What the workspace reports in; absent until an admin has said so", examples = "EUR")
            @Size(min = 3, max = 3)
            @Nullable
            String currency,

            @Schema(description = "By currency and day") @Size(max = 2000)
            List<Rate> rates) {

        static View of(ExchangeRates.Listed listed) {
            return new View(
                    listed.currency(), listed.rates().stream().map(Rate::of).toList());
        }
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_CATALOG)
    @Operation(
            operationId = "getExchangeRates",
            summary = "Read the exchange rates",
            description = "Where there are any, sums answer one converted value beside the sums in each currency.")
    @APIResponse(
            responseCode = "200",
            description = "The rates, with an ETag",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public RestResponse<View> get() {
        return answer(rates.read());
    }

    @PUT
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CATALOG)
    @Operation(
            operationId = "replaceExchangeRates",
            summary = "Replace the exchange rates",
            description =
                    "The list takes the place of the one before. Sums are converted at the rate that holds on the last day of what they "
                            + "sum up; prices in two currencies are never compared, whatever the rates.")
    @APIResponse(
            responseCode = "200",
            description = "The rates as they are now",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public RestResponse<View> replace(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid Input body) {
        rates.replace(
                ifMatch, body.currency(), body.rates().stream().map(Rate::read).toList());
        return answer(rates.read());
    }

    private static RestResponse<View> answer(ExchangeRates.Listed listed) {
        return RestResponse.ResponseBuilder.ok(View.of(listed))
                .header(HttpHeaders.ETAG, Revisions.etag(listed.revision()))
                .build();
    }
}
