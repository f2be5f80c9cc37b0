/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-lazy-page.h"

#include "widgets/stn-focus-child.h"

struct _StnLazyPage {
  AdwBin parent_instance;

  char *page_class;
  StnDiaryClient *client;
  GObject *records; /* NULL: the page is given the client */
  guint waiting;    /* tick callback that waits for the layout to move the focus in, 0 = none */
};

G_DEFINE_FINAL_TYPE (StnLazyPage, stn_lazy_page, ADW_TYPE_BIN)

enum { PROP_PAGE_CLASS = 1, PROP_CLIENT, PROP_RECORDS, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { MADE, N_SIGNALS };
static guint signals[N_SIGNALS];

GtkWidget *
stn_lazy_page_peek (StnLazyPage *self)
{
  g_return_val_if_fail (STN_IS_LAZY_PAGE (self), NULL);

  return adw_bin_get_child (ADW_BIN (self));
}

GtkWidget *
stn_lazy_page_get (StnLazyPage *self)
{
  g_return_val_if_fail (STN_IS_LAZY_PAGE (self), NULL);
  GtkWidget *page = stn_lazy_page_peek (self);

  if (page != NULL)
    return page;
  page = self->records != NULL
           ? g_object_new (g_type_from_name (self->page_class), "records", self->records, NULL)
           : g_object_new (g_type_from_name (self->page_class), "client", self->client, NULL);
  adw_bin_set_child (ADW_BIN (self), page);
  g_signal_emit (self, signals[MADE], 0, page);
  return page;
}

static void
stn_lazy_page_map (GtkWidget *widget)
{
  stn_lazy_page_get (STN_LAZY_PAGE (widget));
  GTK_WIDGET_CLASS (stn_lazy_page_parent_class)->map (widget);
}

static gboolean
has_focus_inside (GtkWidget *page)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));

  return focus != NULL && gtk_widget_is_ancestor (focus, page);
}

/* A page that was there before is given back what had the focus last by the stack that it stands in. */
static gboolean
take_focus (GtkWidget *page)
{
  return gtk_widget_grab_focus (page) || has_focus_inside (page) ||
         gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
wait_no_more (StnLazyPage *self)
{
  if (self->waiting != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->waiting);
  self->waiting = 0;
}

/* Whoever went on meanwhile keeps the focus. */
static gboolean
laid_out_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *page = stn_lazy_page_peek (STN_LAZY_PAGE (widget));

  if (gtk_widget_get_width (page) == 0)
    return G_SOURCE_CONTINUE;
  STN_LAZY_PAGE (widget)->waiting = 0;
  if (gtk_root_get_focus (gtk_widget_get_root (page)) == NULL)
    take_focus (page);
  return G_SOURCE_REMOVE;
}

/* Nothing in a page that was made just now can take the focus before it is laid out. */
static gboolean
stn_lazy_page_grab_focus (GtkWidget *widget)
{
  StnLazyPage *self = STN_LAZY_PAGE (widget);
  gboolean is_taken = take_focus (stn_lazy_page_get (self));

  if (!is_taken && self->waiting == 0)
    self->waiting = gtk_widget_add_tick_callback (widget, laid_out_cb, NULL, NULL);
  return is_taken;
}

static void
stn_lazy_page_unmap (GtkWidget *widget)
{
  wait_no_more (STN_LAZY_PAGE (widget));
  GTK_WIDGET_CLASS (stn_lazy_page_parent_class)->unmap (widget);
}

static void
stn_lazy_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StnLazyPage *self = STN_LAZY_PAGE (object);

  if (id == PROP_PAGE_CLASS)
    self->page_class = g_value_dup_string (value);
  else if (id == PROP_CLIENT)
    g_set_object (&self->client, g_value_get_object (value));
  else if (id == PROP_RECORDS)
    g_set_object (&self->records, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_lazy_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PAGE_CLASS)
    g_value_set_string (value, STN_LAZY_PAGE (object)->page_class);
  else if (id == PROP_CLIENT)
    g_value_set_object (value, STN_LAZY_PAGE (object)->client);
  else if (id == PROP_RECORDS)
    g_value_set_object (value, STN_LAZY_PAGE (object)->records);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stn_lazy_page_dispose (GObject *object)
{
  g_clear_object (&STN_LAZY_PAGE (object)->client);
  g_clear_object (&STN_LAZY_PAGE (object)->records);

  G_OBJECT_CLASS (stn_lazy_page_parent_class)->dispose (object);
}

static void
stn_lazy_page_finalize (GObject *object)
{
  g_free (STN_LAZY_PAGE (object)->page_class);

  G_OBJECT_CLASS (stn_lazy_page_parent_class)->finalize (object);
}

static void
stn_lazy_page_class_init (StnLazyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stn_lazy_page_dispose;
  object_class->finalize = stn_lazy_page_finalize;
  object_class->get_property = stn_lazy_page_get_property;
  object_class->set_property = stn_lazy_page_set_property;
  widget_class->focus = stn_focus_child;
  widget_class->grab_focus = stn_lazy_page_grab_focus;
  widget_class->map = stn_lazy_page_map;
  widget_class->unmap = stn_lazy_page_unmap;

  props[PROP_PAGE_CLASS] =
    g_param_spec_string ("page-class", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, STN_TYPE_DIARY_CLIENT,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_RECORDS] = g_param_spec_object ("records", NULL, NULL, G_TYPE_OBJECT,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
stn_lazy_page_init (StnLazyPage *self)
{
}
