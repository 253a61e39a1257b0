/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "x509/subject-names.h"

#include <gio/gio.h>
#include <openssl/x509v3.h>

/* RFC 5280 appendix A allows 64 characters for a common name, RFC 1035 255 octets for a name. */
#define MAX_SIZE 256

typedef GENERAL_NAMES LockstepGeneralNames;
typedef AUTHORITY_INFO_ACCESS LockstepAccess;
typedef AUTHORITY_KEYID LockstepKeyId;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepGeneralNames, GENERAL_NAMES_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepAccess, AUTHORITY_INFO_ACCESS_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepKeyId, AUTHORITY_KEYID_free)

static char *
read_text (const guchar *data, int length)
{
  char *text = g_utf8_make_valid ((const char *) data, CLAMP (length, 0, MAX_SIZE));

  /* A name must not be able to break a line or to steer a terminal. */
  for (char *at = text; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = '?';

  return text;
}

char *
lockstep_subject_names_read_common (const X509_NAME *name)
{
  const X509_NAME_ENTRY *entry;
  guchar *utf8 = NULL;
  char *text = NULL;
  int index = -1;
  int length;

  /* The last one is the most specific. */
  for (int next = -1; (next = X509_NAME_get_index_by_NID (name, NID_commonName, next)) >= 0;)
    index = next;
  if (index < 0)
    return NULL;

  entry = X509_NAME_get_entry (name, index);
  length = ASN1_STRING_to_UTF8 (&utf8, X509_NAME_ENTRY_get_data (entry));
  if (length >= 0)
    text = read_text (utf8, length);
  OPENSSL_free (utf8);

  return text;
}

static char *
read_address (const ASN1_OCTET_STRING *address)
{
  int length = ASN1_STRING_length (address);
  g_autoptr (GInetAddress) inet = NULL;

  if (length != 4 && length != 16)
    return NULL;

  inet = g_inet_address_new_from_bytes (ASN1_STRING_get0_data (address),
                                        length == 4 ? G_SOCKET_FAMILY_IPV4 : G_SOCKET_FAMILY_IPV6);

  return g_inet_address_to_string (inet);
}

static char *
read_name (const GENERAL_NAME *name)
{
  if (name->type == GEN_DNS)
    return read_text (ASN1_STRING_get0_data (name->d.dNSName),
                      ASN1_STRING_length (name->d.dNSName));
  if (name->type == GEN_IPADD)
    return read_address (name->d.iPAddress);

  return NULL;
}

char **
lockstep_subject_names_read (X509 *certificate, gboolean *ret_present)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (LockstepGeneralNames) list = NULL;

  list = X509_get_ext_d2i (certificate, NID_subject_alt_name, NULL, NULL);
  for (int i = 0; i < sk_GENERAL_NAME_num (list) && names->len < LOCKSTEP_SUBJECT_NAMES_MAX; i++)
    {
      char *name = read_name (sk_GENERAL_NAME_value (list, i));

      if (name != NULL)
        g_ptr_array_add (names, name);
    }

  *ret_present = X509_get_ext_by_NID (certificate, NID_subject_alt_name, -1) >= 0;
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_steal (names, NULL);
}

gboolean
lockstep_subject_names_has_issuer_address (X509 *certificate)
{
  g_autoptr (LockstepAccess) list = X509_get_ext_d2i (certificate, NID_info_access, NULL, NULL);

  for (int i = 0; i < sk_ACCESS_DESCRIPTION_num (list); i++)
    {
      const ACCESS_DESCRIPTION *access = sk_ACCESS_DESCRIPTION_value (list, i);

      if (OBJ_obj2nid (access->method) == NID_ad_ca_issuers && access->location->type == GEN_URI)
        return TRUE;
    }

  return FALSE;
}

gboolean
lockstep_subject_names_has_issuer_above (X509 *certificate)
{
  g_autoptr (LockstepKeyId) id = NULL;

  id = X509_get_ext_d2i (certificate, NID_authority_key_identifier, NULL, NULL);
  if (id == NULL)
    return FALSE;

  /* The identifier may name the issuer's certificate by its own issuer (RFC 5280 4.2.1.1). */
  for (int i = 0; i < sk_GENERAL_NAME_num (id->issuer); i++)
    {
      const GENERAL_NAME *name = sk_GENERAL_NAME_value (id->issuer, i);

      if (name->type == GEN_DIRNAME)
        return X509_NAME_cmp (name->d.directoryName, X509_get_issuer_name (certificate)) != 0;
    }

  return FALSE;
}
