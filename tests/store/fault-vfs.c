/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-vfs.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define SECTOR 512
#define VFS_NAME "stillnight-fault"

typedef enum {
  OPERATION_CREATE,
  OPERATION_WRITE,
  OPERATION_TRUNCATE,
  OPERATION_SYNC,
  OPERATION_DELETE,
} OperationKind;

typedef struct {
  OperationKind kind;
  char *name;
  gsize offset; /* of a write; size after a truncation */
  GBytes *data;
  gboolean durable; /* of a deletion: its folder was synced */
} Operation;

typedef struct {
  sqlite3_file base;
  char *name; /* base name; NULL: a temporary file */
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;

static struct {
  FaultKind kinds;
  guint after;
  gboolean forever;
  int result;
  guint hits;
} armed;

static gboolean is_recording;
static GPtrArray *operations;
static GHashTable *at_start; /* name -> GByteArray */

static void
operation_free (gpointer data)
{
  Operation *operation = data;

  g_free (operation->name);
  g_clear_pointer (&operation->data, g_bytes_unref);
  g_free (operation);
}

static Operation *
record (OperationKind kind, const char *name)
{
  if (!is_recording || name == NULL)
    return NULL;
  Operation *operation = g_new0 (Operation, 1);

  operation->kind = kind;
  operation->name = g_strdup (name);
  g_ptr_array_add (operations, operation);
  return operation;
}

/* SQLITE_OK, or the result that the operation must have instead of being done. */
static int
strike (FaultKind kind)
{
  if ((armed.kinds & kind) == 0)
    return SQLITE_OK;
  if (armed.after > 0) {
    armed.after--;
    return SQLITE_OK;
  }
  if (armed.hits > 0 && !armed.forever)
    return SQLITE_OK;
  armed.hits++;
  return armed.result;
}

static FaultFile *
fault_file (sqlite3_file *file)
{
  return (FaultFile *) file;
}

static int
close_cb (sqlite3_file *file)
{
  FaultFile *self = fault_file (file);
  int result = self->real->pMethods->xClose (self->real);

  g_free (self->name);
  g_free (self->real);
  return result;
}

static int
read_cb (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  int struck = strike (FAULT_READ);

  return struck != SQLITE_OK
           ? struck
           : fault_file (file)->real->pMethods->xRead (fault_file (file)->real, data, size, offset);
}

static int
write_cb (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  FaultFile *self = fault_file (file);
  int struck = strike (FAULT_WRITE);

  if (struck != SQLITE_OK) {
    /* A write that fails may have done its first half. */
    self->real->pMethods->xWrite (self->real, data, size / 2, offset);
    return struck;
  }
  Operation *operation = record (OPERATION_WRITE, self->name);
  if (operation != NULL) {
    operation->offset = (gsize) offset;
    operation->data = g_bytes_new (data, (gsize) size);
  }
  return self->real->pMethods->xWrite (self->real, data, size, offset);
}

static int
truncate_cb (sqlite3_file *file, sqlite3_int64 size)
{
  FaultFile *self = fault_file (file);
  int struck = strike (FAULT_TRUNCATE);

  if (struck != SQLITE_OK)
    return struck;
  Operation *operation = record (OPERATION_TRUNCATE, self->name);
  if (operation != NULL)
    operation->offset = (gsize) size;
  return self->real->pMethods->xTruncate (self->real, size);
}

static int
sync_cb (sqlite3_file *file, int flags)
{
  FaultFile *self = fault_file (file);
  int struck = strike (FAULT_SYNC);

  if (struck != SQLITE_OK)
    return struck;
  record (OPERATION_SYNC, self->name);
  return SQLITE_OK; /* the real disk has nothing to do with it, and the test is faster */
}

static int
size_cb (sqlite3_file *file, sqlite3_int64 *size)
{
  int struck = strike (FAULT_SIZE);

  return struck != SQLITE_OK
           ? struck
           : fault_file (file)->real->pMethods->xFileSize (fault_file (file)->real, size);
}

static int
lock_cb (sqlite3_file *file, int level)
{
  int struck = strike (FAULT_LOCK);

  return struck != SQLITE_OK
           ? struck
           : fault_file (file)->real->pMethods->xLock (fault_file (file)->real, level);
}

static int
unlock_cb (sqlite3_file *file, int level)
{
  return fault_file (file)->real->pMethods->xUnlock (fault_file (file)->real, level);
}

static int
check_reserved_lock_cb (sqlite3_file *file, int *out)
{
  return fault_file (file)->real->pMethods->xCheckReservedLock (fault_file (file)->real, out);
}

static int
file_control_cb (sqlite3_file *file, int op, void *arg)
{
  return fault_file (file)->real->pMethods->xFileControl (fault_file (file)->real, op, arg);
}

static int
sector_size_cb (sqlite3_file *file)
{
  return SECTOR;
}

static int
device_characteristics_cb (sqlite3_file *file)
{
  return fault_file (file)->real->pMethods->xDeviceCharacteristics (fault_file (file)->real);
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = close_cb,
  .xRead = read_cb,
  .xWrite = write_cb,
  .xTruncate = truncate_cb,
  .xSync = sync_cb,
  .xFileSize = size_cb,
  .xLock = lock_cb,
  .xUnlock = unlock_cb,
  .xCheckReservedLock = check_reserved_lock_cb,
  .xFileControl = file_control_cb,
  .xSectorSize = sector_size_cb,
  .xDeviceCharacteristics = device_characteristics_cb,
};

static int
open_cb (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *self = fault_file (file);
  gboolean exists = path != NULL && g_file_test (path, G_FILE_TEST_EXISTS);
  int struck = strike (FAULT_OPEN);

  self->base.pMethods = NULL;
  if (struck != SQLITE_OK)
    return struck;
  self->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  int result = real_vfs->xOpen (real_vfs, path, self->real, flags, out_flags);
  if (result != SQLITE_OK) {
    g_clear_pointer (&self->real, g_free);
    return result;
  }
  self->name = path != NULL ? g_path_get_basename (path) : NULL;
  self->base.pMethods = &methods;
  if (!exists)
    record (OPERATION_CREATE, self->name);
  return SQLITE_OK;
}

static int
delete_cb (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  g_autofree char *name = g_path_get_basename (path);
  int struck = strike (FAULT_DELETE);

  if (struck != SQLITE_OK)
    return struck;
  Operation *operation = record (OPERATION_DELETE, name);
  if (operation != NULL)
    operation->durable = sync_folder != 0;
  return real_vfs->xDelete (real_vfs, path, 0);
}

static int
access_cb (sqlite3_vfs *vfs, const char *path, int flags, int *out)
{
  int struck = strike (FAULT_ACCESS);

  return struck != SQLITE_OK ? struck : real_vfs->xAccess (real_vfs, path, flags, out);
}

static int
full_pathname_cb (sqlite3_vfs *vfs, const char *path, int size, char *out)
{
  return real_vfs->xFullPathname (real_vfs, path, size, out);
}

void
fault_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.zName = VFS_NAME;
  fault_vfs.szOsFile = (int) sizeof (FaultFile);
  fault_vfs.pNext = NULL;
  fault_vfs.xOpen = open_cb;
  fault_vfs.xDelete = delete_cb;
  fault_vfs.xAccess = access_cb;
  fault_vfs.xFullPathname = full_pathname_cb;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}

void
fault_vfs_uninstall (void)
{
  is_recording = FALSE;
  g_clear_pointer (&operations, g_ptr_array_unref);
  g_clear_pointer (&at_start, g_hash_table_unref);
  sqlite3_vfs_unregister (&fault_vfs);
  g_assert_true (sqlite3_vfs_find (NULL) == real_vfs);
}

void
fault_vfs_arm (FaultKind kinds, guint after, gboolean forever, int result)
{
  armed.kinds = kinds;
  armed.after = after;
  armed.forever = forever;
  armed.result = result;
  armed.hits = 0;
}

guint
fault_vfs_disarm (void)
{
  armed.kinds = 0;
  return armed.hits;
}

/* The calls of SQLite's own VFS below this one. */
static struct {
  guint calls;
  guint shortened;
} transfers;

/* Every fourth call is interrupted, every other does only a part. Returns FALSE for an interruption. */
static gboolean
shorten (size_t *size)
{
  transfers.calls++;
  if (transfers.calls % 4 == 0) {
    transfers.shortened++;
    errno = EINTR;
    return FALSE;
  }
  if (transfers.calls % 2 == 0 && *size > 1) {
    transfers.shortened++;
    *size = *size / 2 + transfers.calls % 7 % *size / 2;
  }
  return TRUE;
}

static ssize_t
short_pread (int fd, void *data, size_t size, off_t offset)
{
  return shorten (&size) ? pread (fd, data, size, offset) : -1;
}

static ssize_t
short_pwrite (int fd, const void *data, size_t size, off_t offset)
{
  return shorten (&size) ? pwrite (fd, data, size, offset) : -1;
}

void
fault_vfs_shorten (gboolean is_short, guint *ret_shortened)
{
  static const char *const reads[] = {"pread", "pread64"};
  static const char *const writes[] = {"pwrite", "pwrite64"};

  G_STATIC_ASSERT (sizeof (off_t) == 8);
  if (ret_shortened != NULL)
    *ret_shortened = transfers.shortened;
  transfers.calls = transfers.shortened = 0;
  for (guint i = 0; i < G_N_ELEMENTS (reads); i++) {
    real_vfs->xSetSystemCall (real_vfs, reads[i],
                              is_short ? (sqlite3_syscall_ptr) short_pread : NULL);
    real_vfs->xSetSystemCall (real_vfs, writes[i],
                              is_short ? (sqlite3_syscall_ptr) short_pwrite : NULL);
  }
}

void
fault_vfs_start_recording (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_null (operations); /* one recording for one installation */
  is_recording = TRUE;
  operations = g_ptr_array_new_with_free_func (operation_free);
  at_start =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_byte_array_unref);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    char *content;
    gsize size;

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      continue;
    g_assert_true (g_file_get_contents (path, &content, &size, NULL));
    g_hash_table_insert (at_start, g_strdup (name),
                         g_byte_array_new_take ((guint8 *) content, size));
  }
}

guint
fault_vfs_get_n_operations (void)
{
  return operations->len;
}

void
fault_vfs_stop_recording (void)
{
  is_recording = FALSE;
}

/* One file while the recorded operations are done again. */
typedef struct {
  GByteArray *durable; /* NULL: no such file on the disk */
  GPtrArray *pending;  /* (element-type Operation), not owned */
  gboolean is_deleted;
} Image;

static void
image_free (gpointer data)
{
  Image *image = data;

  g_clear_pointer (&image->durable, g_byte_array_unref);
  g_ptr_array_unref (image->pending);
  g_free (image);
}

static Image *
find_image (GHashTable *images, const char *name)
{
  Image *image = g_hash_table_lookup (images, name);

  if (image == NULL) {
    image = g_new0 (Image, 1);
    image->pending = g_ptr_array_new ();
    g_hash_table_insert (images, g_strdup (name), image);
  }
  return image;
}

static void
put_bytes (GByteArray *content, gsize offset, const guint8 *data, gsize size)
{
  gsize old = content->len;

  if (offset + size > old) {
    g_byte_array_set_size (content, (guint) (offset + size));
    memset (content->data + old, 0, offset + size - old);
  }
  memcpy (content->data + offset, data, size);
}

/* @rand NULL: all of it, as a sync does. Else each sector or not. */
static void
apply (GByteArray *content, const Operation *operation, GRand *rand)
{
  if (operation->kind == OPERATION_TRUNCATE && (rand == NULL || g_rand_boolean (rand))) {
    if (operation->offset < content->len)
      g_byte_array_set_size (content, (guint) operation->offset);
  } else if (operation->kind == OPERATION_WRITE) {
    gsize size;
    const guint8 *data = g_bytes_get_data (operation->data, &size);

    for (gsize done = 0; done < size;) {
      gsize part =
        rand == NULL ? size : MIN (size - done, SECTOR - (operation->offset + done) % SECTOR);

      if (rand == NULL || g_rand_boolean (rand))
        put_bytes (content, operation->offset + done, data + done, part);
      done += part;
    }
  }
}

static void
apply_pending (Image *image, GRand *rand)
{
  if (image->durable == NULL)
    image->durable = g_byte_array_new ();
  for (guint i = 0; i < image->pending->len; i++)
    apply (image->durable, g_ptr_array_index (image->pending, i), rand);
  g_ptr_array_set_size (image->pending, 0);
}

static void
replay (GHashTable *images, Operation *operation, GRand *rand)
{
  Image *image = find_image (images, operation->name);

  switch (operation->kind) {
  case OPERATION_CREATE:
    if (image->is_deleted) /* the deletion before it is older than the new file */
      g_clear_pointer (&image->durable, g_byte_array_unref);
    image->is_deleted = FALSE;
    g_ptr_array_set_size (image->pending, 0);
    g_ptr_array_add (image->pending, operation);
    break;
  case OPERATION_WRITE:
  case OPERATION_TRUNCATE:
    g_ptr_array_add (image->pending, operation);
    break;
  case OPERATION_SYNC:
    apply_pending (image, NULL);
    break;
  case OPERATION_DELETE:
    image->is_deleted = TRUE;
    if (operation->durable) {
      g_clear_pointer (&image->durable, g_byte_array_unref);
      g_ptr_array_set_size (image->pending, 0);
    }
    break;
  }
}

/* What is left of a file; FALSE: nothing, not even its name. */
static gboolean
settle (Image *image, GRand *rand)
{
  if (image->is_deleted && g_rand_boolean (rand))
    return FALSE;
  if (image->durable == NULL && (image->pending->len == 0 || g_rand_boolean (rand)))
    return FALSE;
  apply_pending (image, rand);
  return TRUE;
}

void
fault_vfs_write_power_cut (guint n_operations, GRand *rand, const char *folder)
{
  g_autoptr (GHashTable) images =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, image_free);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, at_start);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    const GByteArray *content = value;

    find_image (images, name)->durable =
      g_byte_array_append (g_byte_array_sized_new (content->len), content->data, content->len);
  }
  for (guint i = 0; i < n_operations; i++)
    replay (images, g_ptr_array_index (operations, i), rand);
  g_hash_table_iter_init (&iter, images);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    Image *image = value;
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (settle (image, rand))
      g_assert_true (g_file_set_contents_full (path, (const char *) image->durable->data,
                                               image->durable->len, G_FILE_SET_CONTENTS_NONE, 0600,
                                               NULL));
  }
}
