// The story of an integration, a rep and a leader, told by the generated client.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"time"

	"example.com/groundswell-sdk-story/groundswell"
)

const source = "sdk-go"

var (
	today    = time.Now()
	closedOn = day(today.AddDate(0, 0, -10))
	since    = day(today.AddDate(0, 0, -50))
	until    = day(today)
	steps    int
)

func day(at time.Time) string { return at.Format("2006-01-02") }

func step(told string, holds bool) {
	if !holds {
		fmt.Fprintf(os.Stderr, "go: %s: FAILED\n", told)
		os.Exit(1)
	}
	steps++
}

func must(err error) {
	var answered *groundswell.GenericOpenAPIError
	if errors.As(err, &answered) {
		fmt.Fprintf(os.Stderr, "go: %s %s\n", answered.Error(), answered.Body())
		os.Exit(1)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "go:", err)
		os.Exit(1)
	}
}

// caller is a client, and who calls with it.
type caller struct {
	*groundswell.APIClient
	who context.Context
}

func as(url, key string) caller {
	configuration := groundswell.NewConfiguration()
	configuration.Servers = groundswell.ServerConfigurations{{URL: url}}
	return caller{
		groundswell.NewAPIClient(configuration),
		context.WithValue(context.Background(), groundswell.ContextAccessToken, key),
	}
}

func loss(externalID, code string) groundswell.LossCreate {
	body := groundswell.NewLossCreate(source, externalID)
	body.SetClosedOn(closedOn)
	body.SetProduct("Platform")
	body.SetRegion("EMEA")
	body.SetOutcome(groundswell.OUTCOME_LOST_TO_COMPETITOR)
	reason := groundswell.NewReasonInput()
	reason.SetCode(code)
	reason.SetEvidence(groundswell.EVIDENCE_BUYER_STATED)
	body.SetReasons([]groundswell.ReasonInput{*reason})
	prices := groundswell.NewPrices()
	prices.SetQuoted(*groundswell.NewMoney("48000.00", "EUR"))
	prices.SetCompetitor(*groundswell.NewMoney("41000.00", "EUR"))
	body.SetPrices(*prices)
	return *body
}

func row(externalID, code string) groundswell.DealBatchItem {
	item := groundswell.NewDealBatchItem(source, externalID)
	item.SetState(groundswell.DEALSTATE_LOST)
	item.SetClosedOn(closedOn)
	reason := groundswell.NewReasonInput()
	reason.SetCode(code)
	item.SetReasons([]groundswell.ReasonInput{*reason})
	return *item
}

func write(integration caller) {
	once := integration.LossesAPI.LogLoss(integration.who).LossCreate(loss("1", "price_level")).IdempotencyKey("go-1")
	first, answer, err := once.Execute()
	must(err)
	step("a loss is logged", answer.StatusCode == 201 && first.GetState() == groundswell.DEALSTATE_LOST)
	again, repeated, err := once.Execute()
	must(err)
	step("the same key gets the same answer", reflect.DeepEqual(first, again))
	step("and is told so", repeated.Header.Get("Idempotency-Replayed") == "true")

	rows := []groundswell.DealBatchItem{row("2", "budget"), row("3", "no_such_reason"), row("4", "timing_priority")}
	batch, _, err := integration.DealsAPI.WriteDeals(integration.who).DealBatchItem(rows).Execute()
	must(err)
	var statuses []int32
	for _, each := range batch.Results {
		statuses = append(statuses, each.Status)
	}
	step("a bad row leaves the others be", reflect.DeepEqual(statuses, []int32{201, 422, 201}))
	refused := batch.Results[1].GetProblem()
	step("and says why", refused.Code == "invalid")

	change := groundswell.NewDealWrite()
	change.SetProductNil()
	cleared, _, err := integration.DealsAPI.UpdateDeal(integration.who, source, "1").DealWrite(*change).Execute()
	must(err)
	step("null clears, absent leaves", !cleared.HasProduct() && len(cleared.Reasons) == 1)

	_, answer, err = integration.LossesAPI.LogLoss(integration.who).LossCreate(loss("5", "no_such_reason")).Execute()
	var wrong *groundswell.GenericOpenAPIError
	step("an unknown reason is refused", errors.As(err, &wrong) && answer.StatusCode == 422)
	problem, isProblem := wrong.Model().(groundswell.Problem)
	step("a refusal has a title", isProblem && problem.Title != "")
	step("and says where", len(problem.Errors) == 1 && problem.Errors[0].Pointer == "/reasons/0/code")
}

func read(leader caller) {
	ids := map[string]bool{}
	list := leader.LossesAPI.ListLosses(leader.who).Source([]string{source}).Limit(1)
	for page, more := list, true; more; {
		losses, _, err := page.Execute()
		must(err)
		for _, each := range losses.Items {
			ids[each.Id] = true
		}
		more = losses.HasNextCursor()
		page = list.Cursor(losses.GetNextCursor())
	}
	step("pages are walked to their end", len(ids) == 3)

	trend, _, err := leader.TrendsAPI.GetTrend(leader.who, groundswell.TRENDDIMENSION_REASONS).
		Source([]string{source}).Since(since).Until(until).Execute()
	must(err)
	var lost int64
	for _, bucket := range trend.Buckets {
		lost += int64(bucket.Lost)
	}
	step("a trend counts them", lost == 3)
	gaps, _, err := leader.PricingAPI.GetPriceGaps(leader.who).Source([]string{source}).Since(since).Until(until).Execute()
	must(err)
	var measured int64
	for _, bucket := range gaps.Buckets {
		measured += int64(bucket.Gap.Measured.Count)
	}
	step("a gap is measured", measured == 1)
}

func speak(rep caller) {
	words := "Since the new list we lose every small deal, as told by go"
	concern := groundswell.NewConcernInput(groundswell.TOPIC_PRICE_TOO_HIGH, words)
	receipt, _, err := rep.ConcernsAPI.RaiseConcern(rep.who).ConcernInput(*concern).Execute()
	must(err)
	step("a concern is kept below the surface", receipt.State == groundswell.CONCERNSTATE_OPEN && receipt.K >= 3)
}

func tomorrow(answer []byte) {
	var deal groundswell.Deal
	must(json.Unmarshal(answer, &deal))
	step("an answer of tomorrow is read", deal.ExternalId == "t-1")
	step("what is not known is told as such", deal.GetState() == groundswell.DEALSTATE_UNKNOWN_DEFAULT_OPEN_API)
}

func main() {
	url, keysFile, answerFile := os.Args[1], os.Args[2], os.Args[3]
	text, err := os.ReadFile(keysFile)
	must(err)
	var keys struct{ Rep, Integration, Leader string }
	must(json.Unmarshal(text, &keys))
	write(as(url, keys.Integration))
	read(as(url, keys.Leader))
	speak(as(url, keys.Rep))
	answer, err := os.ReadFile(answerFile)
	must(err)
	tomorrow(answer)
	fmt.Printf("go: %d steps passed\n", steps)
}
