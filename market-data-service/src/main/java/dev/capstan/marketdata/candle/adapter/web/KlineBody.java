package dev.capstan.marketdata.candle.adapter.web;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.marketdata.candle.file.KlineFileException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The file in a request's body. */
final class KlineBody {

    private static final Logger LOG = LoggerFactory.getLogger(KlineBody.class);
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

    /** Reads what the caller still sends: one that is cut off in the middle of it does not see why. */
    static void drain(HttpServletRequest request) {
        try {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("a refused file was not sent to its end: {}", e.toString());
        }
    }
}
