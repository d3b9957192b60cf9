/* Links to reviews and publications in the rich text editor: Wagtail's own chooser dialogue behind two buttons. */
(function () {
  const { draftail, ChooserModalOnloadHandlerFactory, React } = window;
  const handlers = new ChooserModalOnloadHandlerFactory().getOnLoadHandlers();

  class LedgerLinkSource extends draftail.DocumentModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.ledgerChooser,
        urlParams: {},
        onload: handlers,
        responses: { chosen: this.onChosen },
      };
    }

    filterEntityData(chosen) {
      return {
        ...super.filterEntityData(chosen),
        id: Number(chosen.id),
        url: chosen.edit_url,
        filename: undefined,
      };
    }
  }

  const LedgerLink = (props) => {
    const { entityKey, contentState } = props;
    const { url } = contentState.getEntity(entityKey).getData();
    return React.createElement(
      draftail.TooltipEntity,
      { ...props, icon: React.createElement('svg', { className: 'icon icon-link Draftail-Icon', 'aria-hidden': true }, React.createElement('use', { href: '#icon-link' })), label: url || '', url: url || '' },
    );
  };

  ['REVIEW', 'PUBLICATION'].forEach((type) => {
    draftail.registerPlugin({ type, source: LedgerLinkSource, decorator: LedgerLink }, 'entityTypes');
  });
})();
