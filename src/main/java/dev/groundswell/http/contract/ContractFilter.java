package dev.groundswell.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Runs while the service is built: what it makes is what is committed as openapi.yaml. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.setInfo(OASFactory.createInfo()
                .title("Groundswell")
                .version("0.1.0")
                .summary("Why deals are lost, told safely by the field and answered by leadership")
                .description(Introduction.TEXT)
                .contact(OASFactory.createContact().name("The makers of Groundswell"))
                .license(OASFactory.createLicense()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")));
        contract.setServers(List.of(OASFactory.createServer()
                .url("http://localhost:8080")
                .description("Local: a service on your own machine")
                .extensions(Map.of("x-internal", true))));
        contract.setSecurity(null);
        contract.getComponents()
                .setSecuritySchemes(Map.of(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "A key (`gsw_...`) or a token of the workspace's OpenID Connect provider")));
        new Schemas(contract).tidy();
        new Operations(contract).finish();
        ProblemAnswers.describe(contract);
        Unused.drop(contract);
        Meanings.describe(contract);
        Tags.describe(contract);
    }
}
