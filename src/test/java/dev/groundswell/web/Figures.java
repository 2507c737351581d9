package dev.groundswell.web;

import java.util.List;
import org.openqa.selenium.JavascriptExecutor;

/** The charts on a page, by name, and what stands beside each. */
record Figures(JavascriptExecutor driver) {

    /** The second to fourth cell of each row. */
    List<?> table(String figure) {
        return (List<?>) driver.executeScript("""
                return [...document.querySelectorAll(`[data-figure=${arguments[0]}] tbody tr`)]
                    .map(row => [...row.cells].slice(1, 4).map(cell => cell.textContent))""", figure);
    }

    /** Where the link of this text leads. */
    String link(String figure, String text) {
        return (String) driver.executeScript("""
                return [...document.querySelectorAll(`[data-figure=${arguments[0]}] .ways a`)]
                    .find(each => each.textContent === arguments[1]).href""", figure, text);
    }

    /** What the browser downloads from there, with nothing but its cookie. */
    String file(String address) {
        return (String) driver.executeScript("return fetch(arguments[0]).then(answer => answer.text())", address);
    }

    /** The file that the page itself makes of a chart's table. */
    String made(String figure) {
        return (String) driver.executeScript("""
                const hand = URL.createObjectURL;
                let file;
                URL.createObjectURL = made => hand.call(URL, file = made);
                document.querySelector(`[data-figure=${arguments[0]}] .ways button`).click();
                URL.createObjectURL = hand;
                return file.text()""", figure);
    }
}
