// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.imap.ImapFetch;
import io.mailscope.imap.ImapStatus;
import java.io.IOException;
import java.util.List;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.message.response.AuthenticateResponse;
import org.apache.james.imap.message.response.ContinuationResponse;
import org.apache.james.imap.message.response.ExistsResponse;
import org.apache.james.imap.message.response.FetchResponse;

/** What a response says about its command. */
public final class JamesImapResponse {

  private JamesImapResponse() {}

  /**
   * James has written a response, or could not, and goes on all the same.
   *
   * @param failure why it could not write this or one before; null if nothing failed
   */
  public static void written(JamesImapExchange command, Throwable failure, Object response) {
    boolean unwritten = command.isUnwritten(failure);
    if (response instanceof StatusResponse) {
      status(command, (StatusResponse) response);
    } else if (unwritten) {
      return;
    } else if (response instanceof FetchResponse) {
      fetched(command, ((FetchResponse) response).getElements());
    } else if (response instanceof ContinuationResponse
        || response instanceof AuthenticateResponse) {
      command.continued();
    } else if (response instanceof ExistsResponse && command.select() != null) {
      command.select().exists(((ExistsResponse) response).getNumberOfMessages());
    }
  }

  private static void status(JamesImapExchange command, StatusResponse response) {
    StatusResponse.Type type = response.getServerResponseType();
    if (type == StatusResponse.Type.BYE) {
      command.bye();
    } else if (response.getCommand() != null || command.isAnsweredBy(response)) {
      String code =
          response.getResponseCode() == null ? null : response.getResponseCode().getCode();
      if ("READ-ONLY".equals(code) && command.select() != null) {
        command.select().readOnly();
      }
      command.replied(ImapStatus.valueOf(type.name()), code);
    }
  }

  private static void fetched(JamesImapExchange command, List<FetchResponse.BodyElement> elements) {
    if (elements == null || elements.isEmpty()) {
      return;
    }
    ImapFetch fetch = command.command().fetch();
    for (FetchResponse.BodyElement element : elements) {
      String name = element.getName();
      fetch.written(JamesSection.of(name), octets(element), JamesSection.isFromStart(name));
    }
    fetch.sent();
  }

  private static long octets(FetchResponse.BodyElement element) {
    try {
      return element.size();
    } catch (IOException e) {
      // James has asked for it before, and told the client.
      return 0;
    }
  }
}
