package dev.groundswell.peer;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One row and one insert a loss: what repeats is kept as an array or JSON, which costs less than tables of its own. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"source", "external_id"}))
class LostDeal {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    public Long id;

    @NotBlank
    @Size(max = 100)
    public String source;

    @NotBlank
    @Size(max = 200)
    @JsonProperty("external_id")
    public String externalId;

    @NotNull
    @JsonProperty("closed_on")
    public LocalDate closedOn;

    @Size(max = 200)
    public String owner;

    @Valid
    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "value_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "value_currency"))
    public Money value;

    @Size(max = 200)
    public String product;

    @Size(max = 200)
    public String segment;

    @Size(max = 200)
    public String region;

    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> competitors;

    @Valid
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Reason> reasons;

    @Valid
    @JdbcTypeCode(SqlTypes.JSON)
    public Prices prices;

    /** Why it was lost, by a code or in words. */
    record Reason(
            @Size(max = 100) String code,
            @Size(max = 2000) String text,
            String evidence) {}

    /** What was asked for, and what would have won. */
    record Prices(
            @Valid Money list,
            @Valid Money quoted,
            @Valid Money competitor,
            @Valid @JsonProperty("would_have_won") Money wouldHaveWon,
            @Valid @JsonProperty("discount_asked") Money discountAsked) {}

    /** How it ended. */
    enum Outcome {
        lost_to_competitor,
        no_decision,
        in_house,
        postponed,
        disqualified_by_us,
        invalid_duplicate,
        unknown
    }
}
