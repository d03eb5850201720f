package dev.capstan.marketdata.candle.adapter.web;

import dev.capstan.candles.kline.KlineFileException;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The file in a request's body. */
final class KlineBody {

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final MediaType GZIP = new MediaType("application", "gzip");
    private static final int BUFFER = 1 << 16;

    private KlineBody() {}

    /**
     * The text of the file, unpacked while it is read.
     *
     * @throws KlineFileException when it is sent as gzip and is not
     */
    static InputStream text(HttpServletRequest request) throws IOException {
        MediaType type = type(request.getContentType());
        if (CSV.equalsTypeAndSubtype(type)) {
            return request.getInputStream();
        }
        if (!GZIP.equalsTypeAndSubtype(type)) {
            throw ProblemException.of(
                    ProblemCode.MEDIA_TYPE_UNSUPPORTED, "A kline file is sent as text/csv or as application/gzip.");
        }
        try {
            return new GZIPInputStream(request.getInputStream(), BUFFER);
        } catch (ZipException | EOFException e) {
            throw KlineFileException.ofFile("expected a gzip file: " + e.getMessage());
        }
    }

    private static @Nullable MediaType type(@Nullable String contentType) {
        try {
            return contentType == null ? null : MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }
}
