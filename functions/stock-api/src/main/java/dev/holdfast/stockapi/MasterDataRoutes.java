package dev.holdfast.stockapi;

import dev.holdfast.aws.http.Answer;
import dev.holdfast.aws.http.Operation;
import dev.holdfast.aws.http.Problem;
import dev.holdfast.aws.http.Reply;
import dev.holdfast.aws.http.Request;
import dev.holdfast.inventory.Article;
import dev.holdfast.inventory.Location;
import dev.holdfast.inventory.application.RegisterArticle;
import dev.holdfast.inventory.application.RegisterLocation;
import dev.holdfast.inventory.port.ArticleStore;
import dev.holdfast.inventory.port.LocationStore;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;

/** {@code /v1/skus/{sku}} and {@code /v1/locations/{location}}. */
final class MasterDataRoutes {
    static final Operation PUT_SKU = Operation.of("Registers a SKU, or replaces what it is.")
            .replaces()
            .reads(fields -> ArticleJson.read(new Sku("SKU"), fields))
            .answers("Article", 200, 201);
    static final Operation GET_SKU = Operation.of("Shows what a SKU is.").answers("Article", 200);
    static final Operation PUT_LOCATION = Operation.of("Registers a location, or replaces what it is.")
            .replaces()
            .reads(fields -> LocationJson.read(new LocationId("LOCATION"), fields))
            .answers("Location", 200, 201)
            .refuses(422, "too-many-locations");
    static final Operation GET_LOCATION = Operation.of("Shows a location.").answers("Location", 200);

    private final ArticleStore articles;
    private final RegisterArticle registerArticle;
    private final LocationStore locations;
    private final RegisterLocation registerLocation;

    MasterDataRoutes(
            ArticleStore articles,
            RegisterArticle registerArticle,
            LocationStore locations,
            RegisterLocation registerLocation) {
        this.articles = articles;
        this.registerArticle = registerArticle;
        this.locations = locations;
        this.registerLocation = registerLocation;
    }

    Reply putSku(Request request) {
        Sku sku = request.path("sku", Sku::new);
        Article wanted = request.body(fields -> ArticleJson.read(sku, fields));
        return Registered.reply(
                registerArticle.run(wanted, Registered.expected(request), TimeLeft.of(request)),
                "/v1/skus/" + sku,
                ArticleJson::write);
    }

    Reply getSku(Request request) {
        return articles.find(request.path("sku", Sku::new))
                .<Reply>map(article -> Answer.ok(ArticleJson.write(article)).tagged(Registered.tag(article.version())))
                .orElseGet(() -> Problem.notFound("There is no such SKU."));
    }

    Reply putLocation(Request request) {
        LocationId id = request.path("location", LocationId::new);
        Location wanted = request.body(fields -> LocationJson.read(id, fields));
        return Registered.reply(
                registerLocation.run(wanted, Registered.expected(request), TimeLeft.of(request)),
                "/v1/locations/" + id,
                LocationJson::write);
    }

    Reply getLocation(Request request) {
        return locations
                .read()
                .find(request.path("location", LocationId::new))
                .<Reply>map(
                        location -> Answer.ok(LocationJson.write(location)).tagged(Registered.tag(location.version())))
                .orElseGet(() -> Problem.notFound("There is no such location."));
    }
}
