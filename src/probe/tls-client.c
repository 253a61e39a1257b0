/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/tls-client.h"

#include "base/target.h"

#include <openssl/err.h>
#include <string.h>

/* What a server may send as its Certificate message; OpenSSL's own bound is 100 KiB. */
#define MAX_CERTIFICATE_LIST (512 * 1024)

/* OpenSSL's default leaves out odd and old curves, but servers that use them have to be seen too.
 * The first is the one a key share is made for. */
#define GROUPS                                                                                     \
  "X25519:P-256:X448:P-521:P-384:brainpoolP512r1:brainpoolP384r1:brainpoolP256r1:secp256k1:"       \
  "P-224:P-192:ffdhe2048:ffdhe3072:ffdhe4096"
#define USUAL_GROUPS "X25519:P-256:X448:P-521:P-384:ffdhe2048:ffdhe3072:ffdhe4096"

static int
accept_any (X509_STORE_CTX *context, void *user_data)
{
  return 1;
}

static SSL_CTX *
create_context (void)
{
  SSL_CTX *context;

  /* The system's configuration would change what is offered. */
  OPENSSL_init_ssl (OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
  context = SSL_CTX_new (TLS_client_method ());
  if (context == NULL)
    return NULL;

  SSL_CTX_set_security_level (context, 0);
  SSL_CTX_set_min_proto_version (context, TLS1_VERSION);
  SSL_CTX_set_max_proto_version (context, 0);
  SSL_CTX_set_options (context,
                       SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_session_cache_mode (context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_cipher_list (context, "ALL:!aNULL:!eNULL:@SECLEVEL=0");
  if (!SSL_CTX_set1_groups_list (context, GROUPS))
    SSL_CTX_set1_groups_list (context, USUAL_GROUPS);
  SSL_CTX_set_max_cert_list (context, MAX_CERTIFICATE_LIST);
  SSL_CTX_set_verify (context, SSL_VERIFY_NONE, NULL);
  SSL_CTX_set_cert_verify_callback (context, accept_any, NULL);
  ERR_clear_error ();

  return context;
}

SSL *
lockstep_tls_client_new (const char *server_name, guint16 max_version)
{
  static SSL_CTX *context;
  static gsize once;
  SSL *ssl;

  if (g_once_init_enter (&once))
    {
      context = create_context ();
      g_once_init_leave (&once, 1);
    }

  ssl = context != NULL ? SSL_new (context) : NULL;
  if (ssl == NULL)
    return NULL;

  SSL_set_connect_state (ssl);
  if (max_version != 0)
    SSL_set_max_proto_version (ssl, max_version);
  if (server_name != NULL)
    SSL_set_tlsext_host_name (ssl, server_name);

  return ssl;
}

char *
lockstep_tls_client_read_server_name (const char *host)
{
  g_autofree char *ascii = NULL;
  gsize length;

  if (host == NULL || lockstep_host_is_address (host))
    return NULL;

  ascii = g_hostname_to_ascii (host);
  length = ascii != NULL ? strlen (ascii) : 0;
  if (length > 0 && ascii[length - 1] == '.')
    ascii[--length] = '\0';

  return length > 0 && length <= TLSEXT_MAXLEN_host_name ? g_steal_pointer (&ascii) : NULL;
}

/* OpenSSL's names of groups that the registry of TLS calls otherwise. */
static const struct
{
  const char *openssl;
  const char *registered;
} groups[] = {
  { "prime256v1", "secp256r1" }, { "prime192v1", "secp192r1" }, { "P-256", "secp256r1" },
  { "P-384", "secp384r1" },      { "P-521", "secp521r1" },
};

static char *
name_group (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (strcmp (groups[i].openssl, name) == 0)
      return g_strdup (groups[i].registered);

  if (g_str_has_prefix (name, "X25519") && strlen (name) > strlen ("X25519"))
    return g_strdup (name);

  return g_str_has_prefix (name, "X") ? g_ascii_strdown (name, -1) : g_strdup (name);
}

char *
lockstep_tls_client_get_group (SSL *ssl)
{
  EVP_PKEY *key = NULL;
  char group[64];
  char *name = NULL;

#if OPENSSL_VERSION_NUMBER >= 0x30200000L
  const char *negotiated = SSL_get0_group_name (ssl);

  if (negotiated != NULL)
    return name_group (negotiated);
#endif

  if (SSL_get_peer_tmp_key (ssl, &key) && key != NULL)
    {
      if (EVP_PKEY_get_group_name (key, group, sizeof group, NULL))
        name = name_group (group);
      else if (EVP_PKEY_is_a (key, "DH"))
        name = g_strdup_printf ("DH %d", EVP_PKEY_get_bits (key));
      else if (EVP_PKEY_get0_type_name (key) != NULL)
        name = name_group (EVP_PKEY_get0_type_name (key));
      EVP_PKEY_free (key);
    }
  ERR_clear_error ();

  return name;
}
